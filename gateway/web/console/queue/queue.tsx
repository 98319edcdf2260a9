import { useId } from 'preact/hooks'
import type { View } from '../api/contract'
import { Tabs } from '../parts/tabs/tabs'
import { useTexts } from '../texts/texts'
import { AgendaFilter } from './agenda-filter'
import { QueueList } from './queue-list'
import { useQueue } from './use-queue'
import './queue.css'

export interface Filter {
  readonly view: View
  readonly agenda: string
}

interface QueueProps {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** The conversation that is open beside the queue. */
  readonly open: string | undefined
}

const VIEWS = ['waiting', 'mine', 'all'] as const

/** Who waits: tabs, filter by agenda and the list, which never moves under the clerk's hand. */
export function Queue({ filter, onFilter, open }: QueueProps) {
  const texts = useTexts()
  const heading = useId()
  const { data } = useQueue(filter.view, filter.agenda)
  const first = data?.pages[0]
  return (
    <section class="queue" aria-labelledby={heading} data-view={filter.view}>
      <header class="queue-head">
        <h2 id={heading}>{texts.queue.title}</h2>
        <AgendaFilter
          agendas={first?.agendas ?? []}
          chosen={filter.agenda}
          onChoose={(agenda) => onFilter({ ...filter, agenda })}
        />
        <Tabs
          id="queue"
          label={texts.queue.viewsLabel}
          chosen={filter.view}
          onChoose={(view) => onFilter({ ...filter, view })}
          tabs={VIEWS.map((key) => ({
            key,
            name: texts.queue.views[key],
            count: key === 'all' ? undefined : first?.counts[key],
          }))}
        />
      </header>
      <div class="queue-panel" role="tabpanel" id="queue-panel" aria-labelledby={`queue-tab-${filter.view}`}>
        <QueueList filter={filter} open={open} />
      </div>
    </section>
  )
}
