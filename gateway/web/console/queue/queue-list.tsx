import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { statusOf } from '../api/console-api'
import { LARGEST_BULK, sameId, type Filter } from '../api/contract'
import { inWords } from '../api/faults'
import { useLive } from '../api/live'
import { Fault } from '../parts/fault/fault'
import { useNow } from '../parts/hooks'
import { useTexts } from '../texts/texts'
import { BulkBar } from './bulk-bar'
import { QueueRow } from './queue-row'
import type { Row } from './steady'
import { useQueueList } from './use-queue'

interface QueueListProps {
  readonly filter: Filter
  readonly open: string | undefined
}

/** The conversations themselves, and what stands there when there are none. */
export function QueueList({ filter, open }: QueueListProps) {
  const texts = useTexts()
  const now = useNow()
  const live = useLive()
  const { query, loading, list, hand } = useQueueList(filter)
  const { selected, select, clear } = useSelection(filter, list.rows)
  const rows = useRef<HTMLUListElement>(null)
  // The pressed buttons vanish, so the focus goes to what they brought.
  const wanted = useRef(-1)
  const focusRow = (index: number) => {
    wanted.current = index
  }
  useLayoutEffect(() => {
    const link = wanted.current < 0 ? undefined : rows.current?.querySelectorAll('a')[wanted.current]
    if (!link) return
    link.focus({ preventScroll: wanted.current === 0 })
    wanted.current = -1
  })

  if (loading) return <p class="queue-word">{texts.loading}</p>
  return (
    <>
      {/* The end of the session is said by its own dialog. */}
      {query.isError && statusOf(query.error) !== 401 ? (
        <Fault
          words={`${texts.queue.failed} ${inWords(query.error, texts)}`}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {query.data && list.rows.length === 0 ? <p class="queue-word">{filter.overdue && filter.view === 'waiting' ? texts.queue.empty.overdue : texts.queue.empty[filter.view]}</p> : null}
      <ul ref={rows} role="list" class="queue-list" data-stale={live.kind === 'off'} {...hand}>
        {list.rows.map((row) => (
          <QueueRow
            key={row.item.conversation}
            row={row}
            open={sameId(row.item.conversation, open)}
            now={now}
            selected={selected.includes(String(row.item.conversation))}
            onSelect={(on) => select(String(row.item.conversation), on)}
          />
        ))}
      </ul>
      {query.hasNextPage ? (
        <NextPage
          busy={query.isFetchingNextPage}
          onNext={() => {
            focusRow(list.rows.length)
            void query.fetchNextPage()
          }}
        />
      ) : null}
      {list.held > 0 ? (
        <button
          type="button"
          class="queue-fresh"
          onClick={() => {
            list.release()
            focusRow(0)
          }}
        >
          {texts.queue.fresh(list.held)}
        </button>
      ) : null}
      <BulkBar
        selected={selected}
        nameOf={(id) => list.rows.find((row) => sameId(row.item.conversation, id))?.item.citizen ?? id}
        onDone={clear}
      />
    </>
  )
}

const NOTHING: readonly string[] = []

/** What is selected of a list; another list begins with nothing selected, and what went is selected no more. */
function useSelection(filter: Filter, rows: readonly Row[]) {
  const [chosen, setChosen] = useState<{ filter: Filter; ids: readonly string[] }>({ filter, ids: NOTHING })
  const ids = chosen.filter === filter ? chosen.ids : NOTHING
  const selected = ids.filter((id) => rows.some(({ item, gone }) => !gone && sameId(item.conversation, id)))
  return {
    selected,
    select: (id: string, on: boolean) => {
      const others = selected.filter((each) => each !== id)
      setChosen({ filter, ids: on ? [...others, id].slice(0, LARGEST_BULK) : others })
    },
    clear: () => setChosen({ filter, ids: NOTHING }),
  }
}

function NextPage({ busy, onNext }: { busy: boolean; onNext: () => void }) {
  const texts = useTexts()
  return (
    <button type="button" class="button queue-next" aria-disabled={busy} onClick={() => busy || onNext()}>
      {busy ? texts.loading : texts.queue.next}
    </button>
  )
}
