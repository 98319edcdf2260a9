import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Problem } from '../../../shared/api'
import type { ChatTexts } from '../../../shared/texts/chat'
import { useView } from '../context'

type Key = keyof ChatTexts

interface AskProps {
  readonly id: string
  readonly label: Key
  /** In words already, for it may name an address. */
  readonly hint: string
  readonly send: Key
  readonly cancel: Key
  /** What is asked for is an address, else a code. */
  readonly email: boolean
  /** What is wrong with an answer that was refused so. */
  readonly fault: (status: number) => Key
  /** Refused by a throw; the field may be gone when it ends. */
  readonly onSend: (value: string, field: HTMLElement) => Promise<void>
  readonly onCancel: () => void
}

/** A question with one field: it has the focus, and keeps it while the answer is refused. */
export function Ask({ id, label, hint, send, cancel, email, fault, onSend, onCancel }: AskProps) {
  const { t } = useView()
  const [wrong, setWrong] = useState<Key>()
  const field = useRef<HTMLInputElement>(null)
  // Before anything is drawn, so that no key pressed meanwhile is lost.
  useLayoutEffect(() => field.current?.focus(), [])
  const submit = async (): Promise<void> => {
    const input = field.current
    if (input === null) return
    const value = input.value.trim()
    setWrong(undefined)
    try {
      if (!(email ? /^\S+@\S+\.\S+$/ : /\S/).test(value)) throw new Problem(400, '', '', undefined, {})
      await onSend(value, input)
    } catch (error) {
      setWrong(fault(error instanceof Problem ? error.status : 0))
      field.current?.focus()
    }
  }
  return (
    <form
      class="leave"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <label for={id}>{t(label)}</label>
      <input
        id={id}
        type={email ? 'email' : 'text'}
        autocomplete={email ? 'email' : 'one-time-code'}
        class="comment"
        maxLength={200}
        ref={field}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? `${id}-hint` : `${id}-fault ${id}-hint`}
      />
      {wrong !== undefined && (
        <p class="fault" id={`${id}-fault`} role="alert">
          {t(wrong)}
        </p>
      )}
      <p class="small" id={`${id}-hint`}>
        {hint}
      </p>
      <div class="row">
        <button type="submit" class="secondary">
          {t(send)}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {t(cancel)}
        </button>
      </div>
    </form>
  )
}
