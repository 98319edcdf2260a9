/** Close enough to the end to count as reading the newest. */
const nearEnd = 80

/** The element that scrolls: the transcript, or the whole panel where the screen is too low for that. */
export function scrollerOf(log: HTMLElement): HTMLElement {
  const panel = log.closest<HTMLElement>('.panel')
  return panel !== null && panel.scrollHeight > panel.clientHeight + 1 && getComputedStyle(panel).overflowY === 'auto'
    ? panel
    : log
}

export function atEnd(log: HTMLElement): boolean {
  const scroller = scrollerOf(log)
  return scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop < nearEnd
}

/** Whether the newest message begins below what can be seen. */
export function newestIsBelow(log: HTMLElement): boolean {
  const top = newest(log)?.getBoundingClientRect().top ?? 0
  return top > scrollerOf(log).getBoundingClientRect().bottom - 40
}

/** Scrolls so that the start of the newest message is visible. */
export function showNewest(log: HTMLElement): void {
  showStart(log, newest(log))
}

/** Scrolls so that the start of the message with this seq is visible. */
export function showMessage(log: HTMLElement, seq: number): void {
  showStart(log, log.querySelector(`[data-seq="${seq}"]`))
}

/** Scrolls to the end, unless there is only the welcome, which is read from its start. */
export function showEnd(log: HTMLElement): void {
  if (newest(log) === null) return
  const scroller = scrollerOf(log)
  scroller.scrollTop = scroller.scrollHeight
}

function newest(log: HTMLElement): Element | null {
  return log.querySelector('article:last-of-type')
}

function showStart(log: HTMLElement, element: Element | null): void {
  if (element === null) return
  const scroller = scrollerOf(log)
  scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 12
}
