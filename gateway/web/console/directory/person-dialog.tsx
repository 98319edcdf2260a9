import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useId, useState } from 'preact/hooks'
import { statusOf } from '../api/console-api'
import { cellFaults, COLUMNS, directoryApi, type Cells, type Column, type Directory, type Person } from '../api/directory-api'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Field, FieldFault } from '../parts/field/field'
import { Notice } from '../parts/notice/notice'
import { AgendaChecks } from '../people/choices'
import { useTexts, type Texts } from '../texts/texts'
import { DeputyChoice } from './deputy-choice'
import { problemInWords } from './reasons'
import { spanInWords, words } from './spans'

const NOBODY: Cells = {
  'sign-in': '',
  name: '',
  agendas: '',
  room: '',
  phone: '',
  languages: 'cs',
  hours: '',
  deputy: '',
  capacity: '5',
  public: 'yes',
  absences: '',
}

interface PersonDialogProps {
  /** Nobody yet, when somebody is added. */
  readonly person?: Person
  readonly directory: Directory
  readonly onDone: () => void
}

/** All that the directory tells about one person. */
export function PersonDialog({ person, directory, onDone }: PersonDialogProps) {
  const texts = useTexts()
  const say = texts.directory
  const { cells, set, faults, focus, fault, busy, submit } = usePerson(person, onDone)
  const field = (column: Column, hint?: string) => (
    <Field
      label={say.columns[column]}
      name={column}
      value={cells[column]}
      onInput={(value) => set(column, value)}
      fault={faults[column]}
      focus={focus(column)}
      {...(hint && { hint })}
    />
  )
  return (
    <Dialog title={person ? say.editOf(person.name) : say.add} onCancel={onDone}>
      <form noValidate onSubmit={submit}>
        {fault ? (
          <Notice tone="danger">
            <p>{fault}</p>
          </Notice>
        ) : null}
        {person ? null : <p class="dialog-word">{say.addText}</p>}
        {field('name')}
        {person ? null : field('sign-in', texts.people.signInHint)}
        <AgendaChecks
          agendas={directory.agendas}
          chosen={words(cells.agendas)}
          onChoose={(chosen) => set('agendas', chosen.join(' '))}
        />
        {field('room')}
        {field('phone')}
        <Checks
          legend={say.columns.languages}
          choices={[...new Set([...directory.languages, ...words(person?.languages ?? '')])].map((code) => [code, texts.languages[code] ?? code])}
          chosen={words(cells.languages)}
          fault={faults.languages}
          onChoose={(chosen) => set('languages', chosen.join(' '))}
        />
        {field('hours', say.hoursHint)}
        <DeputyChoice
          people={directory.people}
          of={cells['sign-in']}
          chosen={cells.deputy}
          optional
          fault={faults.deputy}
          onChoose={(deputy) => set('deputy', deputy)}
        />
        {field('capacity', say.capacityHint)}
        {person?.absences ? (
          <Checks
            legend={say.planned}
            hint={say.plannedKeep}
            choices={words(person.absences).map((span) => [span, spanInWords(span, texts)])}
            chosen={words(cells.absences)}
            onChoose={(chosen) => set('absences', chosen.join(' '))}
          />
        ) : null}
        <label class="check">
          <input
            type="checkbox"
            checked={cells.public === 'yes'}
            onChange={(event) => set('public', event.currentTarget.checked ? 'yes' : 'no')}
          />
          {say.columns.public}
        </label>
        <DialogButtons save={person ? say.save : say.add} busy={busy} onCancel={onDone} />
      </form>
    </Dialog>
  )
}

interface ChecksProps {
  readonly legend: string
  readonly hint?: string
  readonly choices: readonly (readonly [string, string])[]
  readonly chosen: readonly string[]
  readonly fault?: string | undefined
  readonly onChoose: (chosen: readonly string[]) => void
}

function Checks({ legend, hint, choices, chosen, fault, onChoose }: ChecksProps) {
  const id = useId()
  return (
    <fieldset class="fieldset" aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend>{legend}</legend>
      {hint ? <p class="field-hint">{hint}</p> : null}
      {choices.map(([value, name]) => (
        <label key={value} class="check">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChoose(event.currentTarget.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
          {name}
        </label>
      ))}
      <FieldFault id={id} words={fault} />
    </fieldset>
  )
}

/** What was filled in, what is wrong with it, and saving it. */
function usePerson(person: Person | undefined, onDone: () => void) {
  const texts = useTexts()
  const say = texts.directory
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [cells, setCells] = useState<Cells>(() => (person ? cellsOf(person) : NOBODY))
  const [tries, setTries] = useState(0)
  const saving = useMutation({
    mutationFn: (filled: Cells) =>
      person ? directoryApi.change(person.id, person.version, filled) : directoryApi.add(filled),
    onSuccess: ({ name }) => {
      announce(person ? say.saved(name) : say.added(name))
      onDone()
    },
    onError: () => setTries((turn) => turn + 1),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.directory }),
  })
  const conflict = saving.isError && statusOf(saving.error) === 409
  const refused = saving.isError ? cellFaults(saving.error) : {}
  const faults: Partial<Record<Column, string>> = {
    ...(tries > 0 && missing(cells, texts)),
    ...(conflict && !person && { 'sign-in': say.taken }),
    ...Object.fromEntries(
      Object.entries(refused).map(([column, problem]) => [column, problemInWords(column as Column, problem, texts)]),
    ),
  }
  const first = COLUMNS.find((column) => faults[column])
  const other = saving.isError && !first
  return {
    cells,
    set: (column: Column, value: string) => {
      saving.reset()
      setCells((was) => ({ ...was, [column]: value }))
    },
    faults,
    /** The first field that is wrong takes the focus at each try. */
    focus: (column: Column) => (column === first ? tries : undefined),
    fault: other ? (conflict ? say.stale : inWords(saving.error, texts)) : undefined,
    busy: saving.isPending,
    submit: (event: Event) => {
      event.preventDefault()
      if (saving.isPending) return
      if (Object.keys(missing(cells, texts)).length > 0) setTries(tries + 1)
      else saving.mutate(cells)
    },
  }
}

function cellsOf(person: Person): Cells {
  return Object.fromEntries(COLUMNS.map((column) => [column, person[column]])) as Cells
}

function missing(cells: Cells, texts: Texts): Partial<Record<Column, string>> {
  return {
    ...(!cells['sign-in'].trim() && { 'sign-in': texts.people.signInMissing }),
    ...(!cells.name.trim() && { name: texts.people.nameMissing }),
  }
}
