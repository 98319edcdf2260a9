import { useId, useState } from 'preact/hooks'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { useTexts } from '../texts/texts'
import { whenExactly } from '../texts/times'

interface SnoozeDialogProps {
  readonly onCancel: () => void
  readonly onSnooze: (until: string) => void
}

/** Asks until when a conversation is put off; it comes back earlier when the citizen writes. */
export function SnoozeDialog({ onCancel, onSnooze }: SnoozeDialogProps) {
  const texts = useTexts()
  const words = texts.snooze
  const name = useId()
  const [opened] = useState(Date.now)
  const [chosen, setChosen] = useState<Choice>('hour')
  const [own, setOwn] = useState('')
  const [fault, setFault] = useState(false)
  const submit = (event: Event) => {
    event.preventDefault()
    const until = chosen === 'own' ? Date.parse(own) : moment(chosen, opened)
    if (!(until > Date.now())) return setFault(true)
    onSnooze(new Date(until).toISOString())
  }
  return (
    <Dialog title={words.title} onCancel={onCancel}>
      <form noValidate onSubmit={submit}>
        <p class="dialog-word">{words.text}</p>
        <fieldset class="fieldset">
          <legend>{words.until}</legend>
          {CHOICES.map((choice) => (
            <label class="check" key={choice}>
              <input
                type="radio"
                name={name}
                checked={choice === chosen}
                autofocus={choice === 'hour'}
                onChange={() => setChosen(choice)}
              />
              {words.choices[choice]}
              {choice === 'own' ? null : (
                <span class="soft">{whenExactly(new Date(moment(choice, opened)).toISOString(), opened, texts)}</span>
              )}
            </label>
          ))}
        </fieldset>
        {chosen === 'own' ? (
          <div class="field">
            <label for={`${name}-own`}>{words.own}</label>
            <input
              id={`${name}-own`}
              class="input"
              type="datetime-local"
              value={own}
              aria-invalid={fault ? true : undefined}
              aria-describedby={fault ? `${name}-fault` : undefined}
              onInput={(event) => setOwn(event.currentTarget.value)}
            />
            {fault ? (
              <p class="field-fault" id={`${name}-fault`}>
                {words.past}
              </p>
            ) : null}
          </div>
        ) : null}
        <DialogButtons save={words.submit} busy={false} onCancel={onCancel} />
      </form>
    </Dialog>
  )
}

const CHOICES = ['hour', 'tomorrow', 'week', 'own'] as const
type Choice = (typeof CHOICES)[number]

/** In an hour, or at eight in the morning of a later day. */
function moment(choice: Exclude<Choice, 'own'>, now: number): number {
  if (choice === 'hour') return now + 3_600_000
  const day = new Date(now)
  day.setDate(day.getDate() + (choice === 'tomorrow' ? 1 : 7))
  return day.setHours(8, 0, 0, 0)
}
