import { useQuery } from '@tanstack/preact-query'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useAgendas } from '../api/agendas'
import { LONGEST_TEXT, type Item } from '../api/contract'
import { handingApi, type Colleague, type Destination } from '../api/handing-api'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { UnsentWarning } from '../conversation/unsent-draft'
import type { useActions } from '../conversation/use-conversation'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { InstitutionForm } from './institution-form'
import { useWords } from './words'
import './handing.css'

interface TransferDialogProps {
  readonly item: Item
  readonly actions: ReturnType<typeof useActions>
  readonly onCancel: () => void
}

const KINDS = ['agenda', 'colleague', 'institution'] as const
type Kind = (typeof KINDS)[number]

/** Asks where a conversation goes: to an agenda, to one colleague, or with the citizen's consent elsewhere. */
export function TransferDialog({ item, actions, onCancel }: TransferDialogProps) {
  const texts = useTexts()
  const words = useWords()
  const group = useId()
  const [kind, setKind] = useState<Kind>('agenda')
  return (
    <Dialog title={texts.transfer.title} onCancel={onCancel}>
      <fieldset class="fieldset handing-kinds">
        <legend>{words.where}</legend>
        {KINDS.map((each) => (
          <label class="check" key={each}>
            <input type="radio" name={group} checked={each === kind} onChange={() => setKind(each)} />
            {words.kinds[each]}
          </label>
        ))}
      </fieldset>
      {kind === 'agenda' ? <AgendaForm item={item} actions={actions} onCancel={onCancel} /> : null}
      {kind === 'colleague' ? <ColleagueForm item={item} actions={actions} onCancel={onCancel} /> : null}
      {kind === 'institution' ? <InstitutionForm conversation={String(item.conversation)} onCancel={onCancel} /> : null}
    </Dialog>
  )
}

function AgendaForm(props: TransferDialogProps) {
  const { transfer } = useTexts()
  const agendas = useAgendas().filter((agenda) => agenda.id !== props.item.agenda)
  const [chosen, setChosen] = useState('')
  const agenda = agendas.find((each) => each.id === chosen)
  return (
    <HandingForm {...props} text={transfer.text} to={agenda && { agenda: agenda.id, name: agenda.name }}>
      {(tries) => (
        <Choice
          label={transfer.agenda}
          choose={transfer.choose}
          missing={transfer.agendaMissing}
          options={agendas}
          chosen={chosen}
          onChoose={setChosen}
          tries={agenda ? 0 : tries}
        />
      )}
    </HandingForm>
  )
}

function ColleagueForm(props: TransferDialogProps) {
  const texts = useTexts()
  const words = useWords()
  const id = String(props.item.conversation)
  const query = useQuery({ queryKey: keys.colleagues(id), queryFn: () => handingApi.colleagues(id), staleTime: 0 })
  const colleagues = query.data?.colleagues ?? []
  const [chosen, setChosen] = useState('')
  const colleague = colleagues.find((each) => String(each.id) === chosen)
  const about = ({ name, agendas, here, instead }: Colleague) =>
    `${name}, ${[instead ? words.away : here ? words.here : words.notHere, ...agendas.slice(0, 2)].join(', ')}`
  const instead = colleague?.instead
  const to = colleague && (instead ?? { person: String(colleague.id), name: colleague.name })
  return (
    <HandingForm {...props} text={words.colleagueText} to={to} submit={instead && words.submitTo(instead.name)}>
      {(tries) => (
        <>
          {query.isError ? <p class="field-fault">{inWords(query.error, texts)}</p> : null}
          <Choice
            label={words.colleague}
            choose={words.chooseColleague}
            missing={words.colleagueMissing}
            options={colleagues.map((each) => ({ id: String(each.id), name: about(each) }))}
            chosen={chosen}
            onChoose={setChosen}
            tries={colleague ? 0 : tries}
          />
          {colleague && instead ? (
            <p class="warned" role="status">
              {instead.person ? words.insteadPerson(colleague.name, instead.name) : words.insteadAgenda(colleague.name, instead.name)}
            </p>
          ) : null}
        </>
      )}
    </HandingForm>
  )
}

interface HandingFormProps extends TransferDialogProps {
  readonly text: string
  /** Absent while nothing was chosen. */
  readonly to: Destination | undefined
  /** What the button says instead of its usual word. */
  readonly submit?: string | undefined
  /** The choice; told how many times it was sent without one. */
  readonly children: (tries: number) => ComponentChildren
}

/** What handing on within the office has in common: the choice, a note, and sending it. */
function HandingForm({ item, actions, onCancel, text, to, submit, children }: HandingFormProps) {
  const texts = useTexts()
  const [note, setNote] = useState('')
  const [tries, setTries] = useState(0)
  const [tried, setTried] = useState(false)
  const busy = actions.busy === 'transfer'

  // Whose conversation it is no more is told where the editor was; any other refusal is told here, with the note kept.
  const lost = tried && actions.lost
  useEffect(() => {
    if (lost && !busy) onCancel()
  }, [lost, busy, onCancel])

  const send = (event: Event) => {
    event.preventDefault()
    if (busy) return
    if (!to) return setTries(tries + 1)
    setTried(true)
    actions.act({ kind: 'transfer', to, note: note.trim() })
  }
  return (
    <form noValidate onSubmit={send}>
      {tried && !busy && actions.refusal ? (
        <Notice tone="danger">
          <p>{actions.refusal}</p>
        </Notice>
      ) : null}
      <p class="dialog-word">{text}</p>
      {children(tries)}
      <NoteField note={note} onInput={setNote} />
      <UnsentWarning conversation={item.conversation} />
      <DialogButtons save={submit ?? texts.transfer.submit} busy={busy} busyWords={texts.transfer.submitting} onCancel={onCancel} />
    </form>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly choose: string
  readonly missing: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
  /** How many times it was sent without a choice. */
  readonly tries: number
}

function Choice({ label, choose, missing, options, chosen, onChoose, tries }: ChoiceProps) {
  const id = useId()
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    if (tries > 0) select.current?.focus()
  }, [tries])
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        ref={select}
        id={id}
        class="select"
        value={chosen}
        autofocus
        required
        aria-invalid={tries > 0 ? true : undefined}
        aria-describedby={tries > 0 ? `${id}-fault` : undefined}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="">{choose}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
      {tries > 0 ? (
        <p class="field-fault" id={`${id}-fault`}>
          {missing}
        </p>
      ) : null}
    </div>
  )
}

function NoteField({ note, onInput }: { note: string; onInput: (note: string) => void }) {
  const texts = useTexts()
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{texts.transfer.note}</label>
      <textarea
        id={id}
        class="input"
        rows={3}
        value={note}
        maxLength={LONGEST_TEXT}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p class="field-hint" id={`${id}-hint`}>
        {texts.transfer.noteHint}
      </p>
    </div>
  )
}
