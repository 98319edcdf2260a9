/**
 * Puts words into a field where the selection ends, or instead of a stretch of it, as if they were typed:
 * the field hears of it, and its undo takes them out again.
 */
export function typeInto(area: HTMLTextAreaElement, words: string, [from, to] = [area.selectionEnd, area.selectionEnd]): void {
  area.focus()
  area.setSelectionRange(from, to)
  if (document.execCommand?.('insertText', false, words)) return
  area.setRangeText(words, from, to, 'end')
  area.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Words set off from what stands around the place where they go. */
export function setOff(words: string, before: string, after: string): string {
  const gap = words.includes('\n') ? '\n\n' : ' '
  const front = before === '' || before.endsWith('\n') || (gap === ' ' && /\s$/.test(before)) ? '' : gap
  const back = after.trim() === '' || /^\s/.test(after) ? '' : gap
  return `${front}${words}${back}`
}
