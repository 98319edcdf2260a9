import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useAgendas } from '../api/agendas'
import { LONGEST_TEXT, type Item } from '../api/contract'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { UnsentWarning } from './unsent-draft'
import type { useActions } from './use-conversation'

interface TransferDialogProps {
  readonly item: Item
  readonly actions: ReturnType<typeof useActions>
  readonly onCancel: () => void
}

/** Asks which agenda the conversation belongs to, and what colleagues there should know. */
export function TransferDialog({ item, actions, onCancel }: TransferDialogProps) {
  const texts = useTexts()
  const agendas = useAgendas().filter((agenda) => agenda.id !== item.agenda)
  const [chosen, setChosen] = useState('')
  const [note, setNote] = useState('')
  const [tries, setTries] = useState(0)
  const [tried, setTried] = useState(false)
  const busy = actions.busy === 'transfer'
  const agenda = agendas.find((each) => each.id === chosen)

  // Whose conversation it is no more is told where the editor was; any other refusal is told here, with the note kept.
  const lost = tried && actions.lost
  useEffect(() => {
    if (lost && !busy) onCancel()
  }, [lost, busy, onCancel])

  const submit = (event: Event) => {
    event.preventDefault()
    if (busy) return
    if (!agenda) return setTries(tries + 1)
    setTried(true)
    actions.act({ kind: 'transfer', agenda, note: note.trim() })
  }
  return (
    <Dialog title={texts.transfer.title} onCancel={onCancel}>
      <form noValidate onSubmit={submit}>
        {tried && !busy && actions.refusal ? (
          <Notice tone="danger">
            <p>{actions.refusal}</p>
          </Notice>
        ) : null}
        <p class="dialog-word">{texts.transfer.text}</p>
        <AgendaChoice agendas={agendas} chosen={chosen} onChoose={setChosen} tries={agenda ? 0 : tries} />
        <NoteField note={note} onInput={setNote} />
        <UnsentWarning conversation={item.conversation} />
        <DialogButtons save={texts.transfer.submit} busy={busy} busyWords={texts.transfer.submitting} onCancel={onCancel} />
      </form>
    </Dialog>
  )
}

interface AgendaChoiceProps {
  readonly agendas: ReturnType<typeof useAgendas>
  readonly chosen: string
  readonly onChoose: (agenda: string) => void
  /** How many times it was sent without a choice. */
  readonly tries: number
}

function AgendaChoice({ agendas, chosen, onChoose, tries }: AgendaChoiceProps) {
  const texts = useTexts()
  const id = useId()
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    if (tries > 0) select.current?.focus()
  }, [tries])
  return (
    <div class="field">
      <label for={id}>{texts.transfer.agenda}</label>
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
        <option value="">{texts.transfer.choose}</option>
        {agendas.map((agenda) => (
          <option key={agenda.id} value={agenda.id}>
            {agenda.name}
          </option>
        ))}
      </select>
      {tries > 0 ? (
        <p class="field-fault" id={`${id}-fault`}>
          {texts.transfer.agendaMissing}
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
        class="input transfer-note"
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
