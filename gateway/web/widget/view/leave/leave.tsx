import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ChatTexts } from '../../../shared/texts/chat'
import { useView } from '../context'
import { focusTranscript } from '../focus'
import { Ask } from './ask'

interface OpenerProps {
  readonly label: keyof ChatTexts
  readonly look: 'quiet' | 'secondary'
  readonly children: (close: () => void) => preact.JSX.Element
}

/** A button that makes way for a form, and gets the focus back from it. */
function Opener({ label, look, children }: OpenerProps) {
  const { t } = useView()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const opened = useRef(false)
  useLayoutEffect(() => {
    if (!open && opened.current) opener.current?.focus()
    opened.current = open
  }, [open])
  if (open) return children(() => setOpen(false))
  return (
    <button type="button" class={look} ref={opener} onClick={() => setOpen(true)}>
      {t(label)}
    </button>
  )
}

/** Nobody has to sit and wait: the answer comes by e-mail, and the chat is over. */
export function Leave() {
  const { chat, t } = useView()
  return (
    <Opener label="leave" look="quiet">
      {(close) => (
        <Ask
          id="leave"
          label="leaveField"
          hint={t('leaveHint')}
          send="leaveSend"
          cancel="leaveCancel"
          email
          fault={(status) => (status === 400 ? 'leaveInvalid' : 'leaveFailed')}
          onSend={(email, field) => {
            // The form may be gone before the answer is here.
            focusTranscript(field)
            return chat.leave(email)
          }}
          onCancel={close}
        />
      )}
    </Opener>
  )
}

/** The transcript by e-mail: to an address that is proven by a code, when nothing else proves it. */
export function Copy() {
  const { chat, state, t } = useView()
  const [asked, setAsked] = useState('')
  const [sent, setSent] = useState('')
  if (!state.copy) return null
  const fault = (status: number) =>
    status === 400 ? 'leaveInvalid' : status === 409 ? 'copyWrong' : status === 429 ? 'copyMany' : 'copyFailed'
  const send = async (email: string, code: string): Promise<void> => {
    if (await chat.copy(email, code)) setSent(email)
    else setAsked(email)
  }
  return (
    <>
      <p class="said" role="status">
        {sent !== '' && t('copySent', { email: sent })}
      </p>
      {sent === '' && (
        <Opener label="copy" look="secondary">
          {(close) => (
            <Ask
              key={asked}
              id="copy"
              label={asked === '' ? 'leaveField' : 'copyCode'}
              hint={asked === '' ? t('copyHint') : t('copyCodeHint', { email: asked })}
              send="copySend"
              cancel="back"
              email={asked === ''}
              fault={(status) => (status === 400 && asked !== '' ? 'copyWrong' : fault(status))}
              onSend={(value) => (asked === '' ? send(value, '') : send(asked, value))}
              onCancel={() => {
                setAsked('')
                close()
              }}
            />
          )}
        </Opener>
      )}
    </>
  )
}
