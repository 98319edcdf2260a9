import { useLayoutEffect, useRef } from 'preact/hooks'
import { statusOf } from '../api/console-api'
import { sameId } from '../api/contract'
import { inWords } from '../api/faults'
import { useLive } from '../api/live'
import { Fault } from '../parts/fault/fault'
import { useNow } from '../parts/hooks'
import { useTexts } from '../texts/texts'
import type { Filter } from './queue'
import { QueueRow } from './queue-row'
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
      {query.data && list.rows.length === 0 ? <p class="queue-word">{texts.queue.empty[filter.view]}</p> : null}
      <ul ref={rows} role="list" class="queue-list" data-stale={live.kind === 'off'} {...hand}>
        {list.rows.map((row) => (
          <QueueRow key={row.item.conversation} row={row} open={sameId(row.item.conversation, open)} now={now} />
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
    </>
  )
}

function NextPage({ busy, onNext }: { busy: boolean; onNext: () => void }) {
  const texts = useTexts()
  return (
    <button type="button" class="button queue-next" aria-disabled={busy} onClick={() => busy || onNext()}>
      {busy ? texts.loading : texts.queue.next}
    </button>
  )
}
