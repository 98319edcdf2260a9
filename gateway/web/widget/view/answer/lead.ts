/** Words that end with a dot without ending a sentence. */
const abbreviations = new Set(
  'čl odst písm sb např tzv tj resp ul nám tř mgr bc ing judr mudr phdr rndr doc prof sv str tel'.split(' '),
)

/**
 * Cuts a paragraph into its first sentence, which is the answer itself, and the rest.
 * A dot ends the sentence when a capital, a quote or a bold mark follows and it closes neither an abbreviation
 * nor a short number (as in "1. ledna").
 */
export function lead(paragraph: string): readonly [string, string] {
  for (const match of paragraph.matchAll(/[.!?…]+(?:\*\*|[“”)])*\s+(?=[\p{Lu}„“(*[\d])/gu)) {
    const end = match.index + match[0].length
    if (match[0].startsWith('.') && !match[0].startsWith('..') && !endsSentence(paragraph.slice(0, match.index))) continue
    if (inside(paragraph.slice(0, end))) continue
    return [paragraph.slice(0, end).trim(), paragraph.slice(end).trim()]
  }
  return [paragraph, '']
}

function endsSentence(before: string): boolean {
  const word = /[^\s(„“*[]*$/u.exec(before)?.[0].toLowerCase() ?? ''
  if (/^\d{1,2}$/.test(word)) return false
  return !abbreviations.has(word) && !/^\p{L}$/u.test(word)
}

/** Whether the text stops within bold or a link. */
function inside(text: string): boolean {
  return (text.split('**').length - 1) % 2 === 1 || text.lastIndexOf('[') > text.lastIndexOf(')')
}
