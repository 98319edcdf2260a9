/** Markdown as it is read aloud: without marks, links by their words. */
export function plain(markdown: string): string {
  return markdown
    .replace(/\[([^[\]\n]+)\]\([^()\s]+\)/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/^\s{0,3}[-*]\s+/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
}
