import { useEffect, useRef, useState } from 'preact/hooks'
import { Problem } from '../../../shared/api'
import { useView } from '../context'
import { focusTranscript } from '../focus'

/** Nobody has to sit and wait: the answer comes by e-mail, and the chat is over. */
export function Leave() {
  const { chat, t } = useView()
  const [open, setOpen] = useState(false)
  const [fault, setFault] = useState<'leaveInvalid' | 'leaveFailed'>()
  const field = useRef<HTMLInputElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const opened = useRef(false)
  useEffect(() => {
    if (open) field.current?.focus()
    else if (opened.current) opener.current?.focus()
    opened.current = open
  }, [open])
  if (!open) {
    return (
      <button type="button" class="quiet" ref={opener} onClick={() => setOpen(true)}>
        {t('leave')}
      </button>
    )
  }
  const send = async (): Promise<void> => {
    const email = field.current?.value.trim() ?? ''
    setFault(undefined)
    try {
      if (!/^\S+@\S+\.\S+$/.test(email)) throw new Problem(400, '', '', undefined, {})
      // The form may be gone before the answer is here.
      if (field.current !== null) focusTranscript(field.current)
      await chat.leave(email)
    } catch (error) {
      setFault(error instanceof Problem && error.status === 400 ? 'leaveInvalid' : 'leaveFailed')
      field.current?.focus()
    }
  }
  return (
    <form
      class="leave"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <label for="leave">{t('leaveField')}</label>
      <input
        id="leave"
        type="email"
        autocomplete="email"
        class="comment"
        maxLength={200}
        ref={field}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? 'leave-hint' : 'leave-fault leave-hint'}
      />
      {fault !== undefined && (
        <p class="fault" id="leave-fault" role="alert">
          {t(fault)}
        </p>
      )}
      <p class="small" id="leave-hint">
        {t('leaveHint')}
      </p>
      <div class="row">
        <button type="submit" class="secondary">
          {t('leaveSend')}
        </button>
        <button type="button" class="quiet" onClick={() => setOpen(false)}>
          {t('leaveCancel')}
        </button>
      </div>
    </form>
  )
}
