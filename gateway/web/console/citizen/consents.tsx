import { useState } from 'preact/hooks'
import { inWords } from '../api/faults'
import { personApi, type Consent } from '../api/person-api'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { useNow } from '../parts/hooks'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { whenExactly } from '../texts/times'

interface ConsentsProps {
  readonly consents: readonly Consent[]
  readonly onChange: () => void
}

/** What the citizen agreed to, how and when, and whether it still holds. */
export function Consents({ consents, onChange }: ConsentsProps) {
  const texts = useTexts()
  const now = useNow()
  const [asked, setAsked] = useState<Consent>()
  return (
    <section aria-label={texts.person.consents}>
      <h3 class="citizen-heading">{texts.person.consents}</h3>
      {consents.length === 0 ? <p class="soft">{texts.person.noConsents}</p> : null}
      <ul class="citizen-history" role="list">
        {consents.map((consent) => (
          <li class="card citizen-note" key={consent.id}>
            <p>{[texts.person.purposes[consent.purpose], consent.recipient].filter(Boolean).join(': ')}</p>
            <small>
              {consent.message === undefined
                ? texts.person.givenByButton(whenExactly(consent.given, now, texts))
                : texts.person.givenByMessage(whenExactly(consent.given, now, texts))}
              {consent.withdrawn ? ` · ${texts.person.withdrawn(whenExactly(consent.withdrawn, now, texts))}` : ''}
            </small>
            {consent.withdrawn ? null : (
              <p class="citizen-buttons">
                <button
                  type="button"
                  class="button button-quiet"
                  aria-label={texts.person.withdrawOf(texts.person.purposes[consent.purpose])}
                  onClick={() => setAsked(consent)}
                >
                  {texts.person.withdraw}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {asked ? (
        <WithdrawDialog
          consent={asked}
          onDone={() => {
            setAsked(undefined)
            onChange()
          }}
          onCancel={() => setAsked(undefined)}
        />
      ) : null}
    </section>
  )
}

interface WithdrawDialogProps {
  readonly consent: Consent
  readonly onDone: () => void
  readonly onCancel: () => void
}

function WithdrawDialog({ consent, onDone, onCancel }: WithdrawDialogProps) {
  const texts = useTexts()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const send = async () => {
    if (busy) return
    setBusy(true)
    try {
      await personApi.withdraw(consent.id)
      announce(texts.person.withdrawDone)
      onDone()
    } catch (refusal) {
      setBusy(false)
      setFault(inWords(refusal, texts))
    }
  }
  return (
    <Dialog title={texts.person.withdrawOf(texts.person.purposes[consent.purpose])} onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {fault ? (
          <Notice tone="danger">
            <p>{fault}</p>
          </Notice>
        ) : null}
        <p class="dialog-word">{texts.person.withdrawText}</p>
        <DialogButtons save={texts.person.withdraw} busy={busy} onCancel={onCancel} />
      </form>
    </Dialog>
  )
}
