import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useId, useState } from 'preact/hooks'
import { cellFaults, directoryApi, type Away, type Person } from '../api/directory-api'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { FieldFault } from '../parts/field/field'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { DeputyChoice } from './deputy-choice'
import { problemInWords } from './reasons'
import { tomorrow } from './spans'

interface AbsenceDialogProps {
  readonly person: Person
  readonly people: readonly Person[]
  readonly onDone: () => void
}

/** Since when and until when somebody is away, and who stands in. */
export function AbsenceDialog({ person, people, onDone }: AbsenceDialogProps) {
  const texts = useTexts()
  const say = texts.directory
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [away, setAway] = useState<Away>(() => ({ from: '', until: tomorrow(Date.now()), deputy: person.deputy }))
  const [tried, setTried] = useState(false)
  const saving = useMutation({
    mutationFn: (said: Away) => directoryApi.away(person.id, said),
    onSuccess: () => {
      announce(say.sentAway(person.name))
      onDone()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.directory }),
  })
  const wrong = away.until === '' || (away.from !== '' && away.from >= away.until)
  const refused = Object.values(cellFaults(saving.error))[0]
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (!wrong && !saving.isPending) saving.mutate(away)
  }
  return (
    <Dialog title={say.awayOf(person.name)} onCancel={onDone}>
      <form noValidate onSubmit={submit}>
        {saving.isError ? (
          <Notice tone="danger">
            <p>{refused ? problemInWords(undefined, refused, texts) : `${say.untilMissing} ${inWords(saving.error, texts)}`}</p>
          </Notice>
        ) : null}
        <p class="dialog-word">{say.awayText}</p>
        <Moment label={say.from} value={away.from} onInput={(from) => setAway({ ...away, from })} />
        <Moment
          label={say.until}
          value={away.until}
          fault={tried && wrong ? say.untilMissing : undefined}
          onInput={(until) => setAway({ ...away, until })}
        />
        <DeputyChoice
          people={people}
          of={person['sign-in']}
          chosen={away.deputy}
          optional={false}
          onChoose={(deputy) => setAway({ ...away, deputy })}
        />
        <DialogButtons save={say.sendAway} busy={saving.isPending} onCancel={onDone} />
      </form>
    </Dialog>
  )
}

interface MomentProps {
  readonly label: string
  readonly value: string
  readonly fault?: string | undefined
  readonly onInput: (value: string) => void
}

function Moment({ label, value, fault, onInput }: MomentProps) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type="datetime-local"
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <FieldFault id={id} words={fault} />
    </div>
  )
}
