/** Moves the focus to the transcript; to be called before the focused button inside it vanishes. */
export function focusTranscript(from: Element): void {
  const root = from.getRootNode() as ShadowRoot | Document
  root.querySelector<HTMLElement>('[role=log]')?.focus({ preventScroll: true })
}

/** Moves the focus to the field the citizen writes in, or to the transcript when there is none. */
export function focusField(from: Element): void {
  const root = from.getRootNode() as ShadowRoot | Document
  requestAnimationFrame(() => {
    const field = root.querySelector<HTMLElement>('textarea.field') ?? root.querySelector<HTMLElement>('[role=log]')
    field?.focus({ preventScroll: true })
  })
}
