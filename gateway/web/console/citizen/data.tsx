import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Problem } from '../../shared/api'
import { statusOf } from '../api/console-api'
import { inWords } from '../api/faults'
import { ERASE_REASONS, personApi, type Prospect, type Reason } from '../api/person-api'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { day } from './person'

interface DataProps {
  readonly conversation: string
  readonly onErased: () => void
}

/** A copy of all that is known of the citizen, and its erasure. */
export function Data({ conversation, onErased }: DataProps) {
  const texts = useTexts()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const [erasing, setErasing] = useState(false)
  const save = async () => {
    if (busy) return
    setBusy(true)
    setFault('')
    try {
      const address = URL.createObjectURL(await personApi.export(conversation))
      const link = document.createElement('a')
      link.href = address
      link.download = `okenko-${conversation}.zip`
      link.click()
      setTimeout(() => URL.revokeObjectURL(address), 10_000)
      announce(texts.person.exported)
    } catch (refusal) {
      setFault(inWords(refusal, texts))
    }
    setBusy(false)
  }
  return (
    <section aria-label={texts.person.data}>
      <h3 class="citizen-heading">{texts.person.data}</h3>
      {fault ? (
        <Notice tone="danger">
          <p>{fault}</p>
        </Notice>
      ) : null}
      <p class="citizen-buttons">
        <button type="button" class="button" aria-disabled={busy} onClick={() => void save()}>
          {busy ? texts.person.exporting : texts.person.export}
        </button>
        <button type="button" class="button" onClick={() => setErasing(true)}>
          {texts.person.erase}
        </button>
      </p>
      {erasing ? (
        <EraseDialog
          conversation={conversation}
          onErased={() => {
            setErasing(false)
            announce(texts.person.eraseDone)
            onErased()
          }}
          onCancel={() => setErasing(false)}
        />
      ) : null}
    </section>
  )
}

interface EraseDialogProps {
  readonly conversation: string
  readonly onErased: () => void
  readonly onCancel: () => void
}

/** First what would go and why, then whether the clerk is sure. */
function EraseDialog({ conversation, onErased, onCancel }: EraseDialogProps) {
  const texts = useTexts()
  const [prospect, setProspect] = useState<Prospect>()
  const [reason, setReason] = useState<Reason | ''>('')
  const [step, setStep] = useState<'why' | 'sure'>('why')
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [fault, setFault] = useState('')
  const why = useRef<HTMLSelectElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => {
    personApi.prospect(conversation).then(setProspect, (refusal: unknown) => setFault(inWords(refusal, texts)))
  }, [conversation])
  useEffect(() => {
    ;(step === 'why' ? why : box).current?.focus()
  }, [step, prospect])
  const held = prospect?.held
  const submit = async () => {
    if (busy || prospect === undefined || held) return
    if (reason === '' || (step === 'sure' && !sure)) {
      setTried(true)
      ;(step === 'why' ? why : box).current?.focus()
      return
    }
    setTried(false)
    if (step === 'why') return setStep('sure')
    setBusy(true)
    try {
      await personApi.erase(conversation, reason, prospect.upTo)
      onErased()
    } catch (refusal) {
      setBusy(false)
      const changed = refusal instanceof Problem && refusal.body['changed'] === true
      setFault(statusOf(refusal) === 409 && changed ? texts.person.eraseChanged : inWords(refusal, texts))
    }
  }
  return (
    <Dialog title={texts.person.eraseTitle} onCancel={onCancel}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {fault ? (
          <Notice tone="danger">
            <p>{fault}</p>
          </Notice>
        ) : null}
        {prospect === undefined && !fault ? <p class="dialog-word">{texts.loading}</p> : null}
        {held ? (
          <Notice tone="human">
            <p>{texts.person.eraseHeld(texts.submissions[held.submission], day(held.until, texts), held.law)}</p>
          </Notice>
        ) : null}
        {prospect !== undefined && !held ? (
          <p class="dialog-word">{texts.person.eraseWhat(prospect.conversations, prospect.messages, prospect.files)}</p>
        ) : null}
        {prospect !== undefined && !held && step === 'why' ? (
          <div class="field">
            <label for={id}>{texts.person.eraseReason}</label>
            <select
              ref={why}
              id={id}
              class="select"
              value={reason}
              required
              aria-invalid={tried ? true : undefined}
              aria-describedby={tried ? `${id}-fault` : undefined}
              onChange={(event) => setReason(event.currentTarget.value as Reason)}
            >
              <option value="">{texts.person.eraseChoose}</option>
              {ERASE_REASONS.map((one) => (
                <option key={one} value={one}>
                  {texts.person.reasons[one]}
                </option>
              ))}
            </select>
            {tried ? (
              <p class="field-fault" id={`${id}-fault`}>
                {texts.person.eraseMissing}
              </p>
            ) : null}
          </div>
        ) : null}
        {step === 'sure' ? (
          <div class="field">
            <label class="check">
              <input
                ref={box}
                type="checkbox"
                checked={sure}
                aria-invalid={tried ? true : undefined}
                aria-describedby={tried ? `${id}-unsure` : undefined}
                onChange={(event) => setSure(event.currentTarget.checked)}
              />
              {texts.person.eraseSure}
            </label>
            {tried ? (
              <p class="field-fault" id={`${id}-unsure`}>
                {texts.person.eraseSureMissing}
              </p>
            ) : null}
          </div>
        ) : null}
        {held || prospect === undefined ? (
          <div class="dialog-buttons">
            <button type="button" class="button" onClick={onCancel}>
              {texts.cancel}
            </button>
          </div>
        ) : (
          <DialogButtons
            save={step === 'why' ? texts.person.eraseNext : texts.person.eraseNow}
            busy={busy}
            busyWords={texts.person.erasing}
            onCancel={onCancel}
          />
        )}
      </form>
    </Dialog>
  )
}
