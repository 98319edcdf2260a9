import { useRef, useState } from 'preact/hooks'
import { useView } from '../context'
import { focusField } from '../focus'
import { Copy } from '../leave/leave'
import { Download, Receipt } from '../receipt/receipt'

const scores = [1, 2, 3, 4, 5]

/** The end of a conversation: how it was, and the way to a new one. */
export function Closed() {
  const { chat, state, t } = useView()
  const [skipped, setSkipped] = useState(false)
  return (
    <div class="closed">
      <p class="closing">{t('closed')}</p>
      <Receipt />
      {state.rated ? (
        <p class="thanks">{t('rated')}</p>
      ) : (
        !skipped && (
          <Rating
            onSkip={(button) => {
              focusField(button)
              setSkipped(true)
            }}
          />
        )
      )}
      <Download />
      <Copy />
      <button
        type="button"
        class="primary"
        onClick={({ currentTarget }) => {
          focusField(currentTarget)
          chat.startAnew()
        }}
      >
        {t('newConversation')}
      </button>
    </div>
  )
}

function Rating({ onSkip }: { onSkip: (button: Element) => void }) {
  const { chat, t } = useView()
  const [fault, setFault] = useState<'ratingMissing' | 'ratingFailed'>()
  const form = useRef<HTMLFormElement>(null)
  const send = async (): Promise<void> => {
    const data = form.current === null ? new FormData() : new FormData(form.current)
    const score = Number(data.get('score'))
    if (score === 0) {
      setFault('ratingMissing')
      form.current?.querySelector('input')?.focus()
      return
    }
    try {
      if (form.current !== null) focusField(form.current)
      await chat.rate(score, String(data.get('comment') ?? '').trim())
    } catch {
      setFault('ratingFailed')
    }
  }
  return (
    <form
      class="rating"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <fieldset aria-describedby={fault === undefined ? 'scale' : 'scale rating-fault'}>
        <legend>{t('ratingTitle')}</legend>
        <p class="hint" id="scale">
          {t('ratingScale')}
        </p>
        <div class="scores">
          {scores.map((score) => (
            <label class="score">
              <input type="radio" name="score" value={score} onChange={() => setFault(undefined)} />
              <span>{score}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {fault !== undefined && (
        <p class="fault" id="rating-fault" role="alert">
          {t(fault)}
        </p>
      )}
      <label class="hint" for="comment">
        {t('ratingComment')}
      </label>
      <textarea class="comment" id="comment" name="comment" rows={1} maxLength={1000} />
      <div class="row">
        <button type="submit" class="secondary">
          {t('ratingSend')}
        </button>
        <button type="button" class="quiet" onClick={({ currentTarget }) => onSkip(currentTarget)}>
          {t('ratingSkip')}
        </button>
      </div>
    </form>
  )
}
