import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { useTexts } from '../../texts/texts'
import './dialog.css'

interface DialogProps {
  readonly title: string
  /** Called on Escape; without it the dialog cannot be left by the keyboard shortcut. */
  readonly onCancel?: (() => void) | undefined
  readonly children: ComponentChildren
}

/** A modal question over the page: native, so focus stays inside and returns where it was. */
export function Dialog({ title, onCancel, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onCancel?.()
      }}
      onKeyDown={(event) => {
        // Browsers let a second Escape close a dialog whose cancel was refused.
        if (event.key === 'Escape' && !onCancel) event.preventDefault()
      }}
    >
      <h2 id={heading} class="dialog-title">
        {title}
      </h2>
      {children}
    </dialog>
  )
}

interface DialogButtonsProps {
  /** The verb of what the form does. */
  readonly save: string
  readonly busy: boolean
  /** Instead of the verb while it is being done. */
  readonly busyWords?: string
  readonly onCancel: () => void
}

/** The end of a form in a dialog: leave it, or do it. */
export function DialogButtons({ save, busy, busyWords, onCancel }: DialogButtonsProps) {
  const texts = useTexts()
  return (
    <div class="dialog-buttons">
      <button type="button" class="button" onClick={onCancel}>
        {texts.cancel}
      </button>
      <button type="submit" class="button button-main" aria-disabled={busy}>
        {busy ? (busyWords ?? texts.saving) : save}
      </button>
    </div>
  )
}
