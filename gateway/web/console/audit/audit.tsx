import { useInfiniteQuery, useQuery } from '@tanstack/preact-query'
import { useEffect, useId, useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { consoleApi } from '../api/console-api'
import type { AuditEntry, AuditFilter } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { Fault } from '../parts/fault/fault'
import { useSession } from '../session/session'
import { useTexts, type Texts } from '../texts/texts'
import './audit.css'

const ALL: AuditFilter = { clerk: '', deed: '', conversation: '', from: '', to: '' }

/** Who saw and did what; for supervisors. */
export function Audit() {
  const texts = useTexts()
  const heading = useId()
  const [filter, setFilter] = useState(ALL)
  const query = useInfiniteQuery({
    queryKey: keys.auditOf(filter),
    queryFn: ({ pageParam }) => consoleApi.audit(filter, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? []
  useEffect(() => {
    document.title = `${texts.audit.title} – Okénko`
  }, [texts])
  return (
    <section class="audit" aria-labelledby={heading}>
      <h2 id={heading}>{texts.audit.title}</h2>
      <p class="soft">{texts.audit.intro}</p>
      <Filters filter={filter} onFilter={setFilter} />
      {query.isPending ? <p>{texts.loading}</p> : null}
      {query.isError ? (
        <Fault words={`${texts.audit.failed} ${inWords(query.error, texts)}`} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && entries.length === 0 ? <p>{texts.audit.empty}</p> : null}
      {entries.length > 0 ? <Entries entries={entries} /> : null}
      {query.hasNextPage ? (
        <button type="button" class="button" onClick={() => void query.fetchNextPage()}>
          {texts.audit.older}
        </button>
      ) : null}
    </section>
  )
}

interface FiltersProps {
  readonly filter: AuditFilter
  readonly onFilter: (filter: AuditFilter) => void
}

function Filters({ filter, onFilter }: FiltersProps) {
  const texts = useTexts()
  const id = useId()
  const { rights } = useSession()
  const people = useQuery({
    queryKey: keys.clerks,
    queryFn: consoleApi.clerks,
    enabled: rights.includes('manage-people'),
  })
  const deeds = Object.entries(texts.audit.deeds)
  const day = (key: 'from' | 'to', label: string) => (
    <div class="field">
      <label for={`${id}-${key}`}>{label}</label>
      <input
        id={`${id}-${key}`}
        class="input"
        type="date"
        value={filter[key]}
        onChange={(event) => onFilter({ ...filter, [key]: event.currentTarget.value })}
      />
    </div>
  )
  return (
    <form class="audit-filters" aria-label={texts.audit.filters} onSubmit={(event) => event.preventDefault()}>
      {people.data ? (
        <div class="field">
          <label for={`${id}-clerk`}>{texts.audit.who}</label>
          <select
            id={`${id}-clerk`}
            class="select"
            value={filter.clerk}
            onChange={(event) => onFilter({ ...filter, clerk: event.currentTarget.value })}
          >
            <option value="">{texts.audit.anybody}</option>
            {people.data.clerks.map((clerk) => (
              <option key={clerk.id} value={String(clerk.id)}>
                {clerk.name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <div class="field">
        <label for={`${id}-deed`}>{texts.audit.what}</label>
        <select
          id={`${id}-deed`}
          class="select"
          value={filter.deed}
          onChange={(event) => onFilter({ ...filter, deed: event.currentTarget.value })}
        >
          <option value="">{texts.audit.anything}</option>
          {deeds.map(([deed, words]) => (
            <option key={deed} value={deed}>
              {words}
            </option>
          ))}
        </select>
      </div>
      {day('from', texts.audit.from)}
      {day('to', texts.audit.to)}
      {filter.conversation ? (
        <button type="button" class="button" onClick={() => onFilter({ ...filter, conversation: '' })}>
          {texts.audit.allMatters}
        </button>
      ) : null}
    </form>
  )
}

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  const texts = useTexts()
  const words = texts.audit
  return (
    <table class="audit-table">
      <thead>
        <tr>
          {[words.when, words.who, words.what, words.on, words.network].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td>
              <time dateTime={entry.at}>{moment(entry.at, texts)}</time>
            </td>
            <td>{actor(entry, texts)}</td>
            <td>{words.deeds[entry.deed] ?? entry.deed}</td>
            <td>{subject(entry, texts)}</td>
            <td>{entry.network}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function moment(at: string, texts: Texts): string {
  const date = new Date(at)
  return `${texts.times.year(date)} ${texts.times.clock(date)}`
}

function actor(entry: AuditEntry, texts: Texts): string {
  // Whoever stands at the door comes from somewhere; a command on the server does not.
  if (entry.actor === 'nobody') return entry.network ? texts.audit.nobody : texts.audit.operator
  return entry.actor === 'integration' ? texts.audit.program(entry.name) : entry.name
}

function subject(entry: AuditEntry, texts: Texts) {
  if (entry.subject === 'conversation') {
    return <Link href={`/konverzace/${entry.subjectId}`}>{texts.audit.matter(entry.subjectId)}</Link>
  }
  return entry.subjectName || (entry.subject ? `${texts.audit.subjects[entry.subject] ?? entry.subject} ${entry.subjectId}` : '')
}
