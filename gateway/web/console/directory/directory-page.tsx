import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { useEffect, useId, useState } from 'preact/hooks'
import { directoryApi, type Directory, type Person } from '../api/directory-api'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Fault } from '../parts/fault/fault'
import { useSession } from '../session/session'
import { useTexts } from '../texts/texts'
import { AbsenceDialog } from './absence-dialog'
import { AgendaTable } from './agenda-table'
import { PersonCard } from './person-card'
import { PersonDialog } from './person-dialog'
import { PhotographDialog } from './photograph-dialog'
import { words } from './spans'
import { TableDialog } from './table-dialog'
import './directory.css'

type Asked =
  | { readonly kind: 'add' | 'table' }
  | { readonly kind: 'edit' | 'away' | 'photograph'; readonly person: Person }

/** Who works at the office, what they handle and who is away; kept here by supervisors. */
export function DirectoryPage() {
  const texts = useTexts()
  const heading = useId()
  const { rights } = useSession()
  const keeps = rights.includes('keep-directory')
  const [asked, setAsked] = useState<Asked>()
  const query = useQuery({ queryKey: keys.directory, queryFn: directoryApi.directory })
  useEffect(() => {
    document.title = `${texts.directory.title} – Okénko`
  }, [texts])
  return (
    <section class="directory" aria-labelledby={heading}>
      <header class="directory-head">
        <div>
          <h2 id={heading}>{texts.directory.title}</h2>
          <p class="soft">{texts.directory.intro}</p>
        </div>
        <div class="directory-buttons">
          <a class="button" href="/urad" target="_blank" rel="noopener">
            {texts.directory.publicPage}
          </a>
          {keeps && query.data ? (
            <>
              <button type="button" class="button" onClick={() => setAsked({ kind: 'table' })}>
                {texts.directory.table.open}
              </button>
              <button type="button" class="button button-main" onClick={() => setAsked({ kind: 'add' })}>
                {texts.directory.add}
              </button>
            </>
          ) : null}
        </div>
      </header>
      {query.isPending ? <p>{texts.loading}</p> : null}
      {query.isError ? (
        <Fault
          words={`${texts.directory.failed} ${inWords(query.error, texts)}`}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {query.data ? (
        <>
          <People directory={query.data} keeps={keeps} onAsk={setAsked} />
          <AgendaTable directory={query.data} />
          <Dialogs asked={asked} directory={query.data} onDone={() => setAsked(undefined)} />
        </>
      ) : null}
    </section>
  )
}

interface DialogsProps {
  readonly asked: Asked | undefined
  readonly directory: Directory
  readonly onDone: () => void
}

function Dialogs({ asked, directory, onDone }: DialogsProps) {
  switch (asked?.kind) {
    case undefined:
      return null
    case 'add':
      return <PersonDialog directory={directory} onDone={onDone} />
    case 'table':
      return <TableDialog onDone={onDone} />
    case 'edit':
      return <PersonDialog person={asked.person} directory={directory} onDone={onDone} />
    case 'away':
      return <AbsenceDialog person={asked.person} people={directory.people} onDone={onDone} />
    case 'photograph':
      return <PhotographDialog person={asked.person} onDone={onDone} />
  }
}

interface PeopleProps {
  readonly directory: Directory
  readonly keeps: boolean
  readonly onAsk: (asked: Asked) => void
}

function People({ directory, keeps, onAsk }: PeopleProps) {
  const texts = useTexts()
  const id = useId()
  const { clerk: me } = useSession()
  const [looked, setLooked] = useState('')
  const present = usePresent()
  const shown = directory.people.filter((person) => matches(person, directory, looked))
  return (
    <section aria-labelledby={`${id}-people`}>
      <div class="directory-part">
        <h3 id={`${id}-people`}>{texts.directory.people}</h3>
        <div class="field">
          <label for={`${id}-find`}>{texts.directory.find}</label>
          <input
            id={`${id}-find`}
            class="input"
            type="search"
            value={looked}
            onInput={(event) => setLooked(event.currentTarget.value)}
          />
        </div>
      </div>
      {shown.length === 0 ? <p>{texts.directory.nobodyFound}</p> : null}
      <ul role="list" class="directory-people">
        {shown.map((person) => (
          <PersonCard
            key={person.id}
            person={person}
            directory={directory}
            keeps={keeps}
            own={person['sign-in'] === me.signIn}
            onAsk={(kind) => onAsk({ kind, person })}
            onPresent={(from) => present({ person, from })}
          />
        ))}
      </ul>
    </section>
  )
}

/** By name or by what they handle; accents and case do not matter. */
function matches(person: Person, { agendas }: Directory, looked: string): boolean {
  const handled = words(person.agendas).map((id) => agendas.find((agenda) => agenda.id === id)?.name ?? id)
  return folded([person.name, ...handled].join(' ')).includes(folded(looked))
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

interface Presence {
  readonly person: Person
  /** When a planned absence would begin; empty for now. */
  readonly from: string
}

function usePresent(): (presence: Presence) => void {
  const texts = useTexts()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: ({ person, from }: Presence) => directoryApi.present(person.id, from),
    onSuccess: ({ name }, { from }) => announce((from ? texts.directory.plannedDropped : texts.directory.cameBack)(name)),
    onError: (fault) => announce(inWords(fault, texts)),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.directory }),
  })
  return mutate
}
