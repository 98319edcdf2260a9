import { useId, useState } from 'preact/hooks'
import type { Filter, QueuePage, View } from '../api/contract'
import { askable, VIEWS } from '../api/filters'
import { Tabs, type Tab } from '../parts/tabs/tabs'
import { useSession } from '../session/session'
import { useTexts, type Texts } from '../texts/texts'
import { AgendaFilter } from './agenda-filter'
import { FilterBar } from './filter-bar'
import { QueueList } from './queue-list'
import { SearchBox, SearchResults } from './search'
import { useQueue } from './use-queue'
import './queue.css'

interface QueueProps {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** The conversation that is open beside the queue. */
  readonly open: string | undefined
}

/** A tab is a view; who supervises has one more, of those who wait longer than was promised. */
type Shown = View | 'overdue'

/** Who waits: search, tabs, filters and the list, which never moves under the clerk's hand. */
export function Queue({ filter, onFilter, open }: QueueProps) {
  const texts = useTexts()
  const heading = useId()
  const [searched, setSearched] = useState('')
  const { data } = useQueue(filter)
  const { clerk } = useSession()
  const supervises = clerk.role !== 'clerk' && clerk.role !== 'editor'
  const shown: Shown = supervises && filter.view === 'waiting' && filter.overdue ? 'overdue' : filter.view
  const first = data?.pages[0]
  const choose = (key: Shown) =>
    onFilter(
      key === 'overdue'
        ? { ...filter, view: 'waiting', overdue: true }
        : askable({ ...filter, view: key, overdue: shown === 'overdue' ? false : filter.overdue }),
    )
  return (
    <section class="queue" aria-labelledby={heading} data-view={filter.view}>
      <header class="queue-head">
        <h2 id={heading}>{texts.queue.title}</h2>
        <AgendaFilter
          agendas={first?.agendas ?? []}
          chosen={filter.agenda}
          onChoose={(agenda) => onFilter({ ...filter, agenda })}
        />
        <SearchBox searched={searched} onSearch={setSearched} />
        {searched ? null : (
          <>
            <Tabs
              id="queue"
              label={texts.queue.viewsLabel}
              chosen={shown}
              onChoose={choose}
              tabs={tabs(supervises, first, texts)}
            />
            <FilterBar filter={filter} onFilter={onFilter} />
          </>
        )}
      </header>
      {searched ? (
        <SearchResults words={searched} open={open} />
      ) : (
        <div class="queue-panel" role="tabpanel" id="queue-panel" aria-labelledby={`queue-tab-${shown}`}>
          <QueueList filter={filter} open={open} />
        </div>
      )}
    </section>
  )
}

function tabs(supervises: boolean, page: QueuePage | undefined, texts: Texts): Tab<Shown>[] {
  const count = (key: Shown) => (key === 'all' ? undefined : page?.counts[key])
  const keys: readonly Shown[] = supervises ? ['waiting', 'overdue', ...VIEWS.slice(1)] : VIEWS
  return keys.map((key) => ({ key, name: texts.queue.views[key], count: count(key) }))
}
