import { useEffect, useState } from 'preact/hooks'
import type { Filter } from '../api/contract'
import { readFilter } from '../api/filters'
import { Conversation } from '../conversation/conversation'
import { Queue } from '../queue/queue'
import { useQueue } from '../queue/use-queue'
import { useTexts } from '../texts/texts'
import './desk.css'

const KEPT_AS = 'okenko.console.filter'

/** Queue and conversation side by side; on a phone one of them. */
export function Desk({ open }: { open?: string }) {
  const texts = useTexts()
  const [filter, setFilter] = useState(() => readFilter(sessionStorage.getItem(KEPT_AS)))
  useEffect(() => sessionStorage.setItem(KEPT_AS, JSON.stringify(filter)), [filter])
  useTitle(filter)
  return (
    <div class="desk" data-open={open !== undefined}>
      <Queue filter={filter} onFilter={setFilter} open={open} />
      {open === undefined ? <p class="desk-pick">{texts.queue.pick}</p> : <Conversation key={open} id={open} />}
    </div>
  )
}

/** How many wait stands in the title, where a clerk in another tab sees it. */
function useTitle(filter: Filter): void {
  const texts = useTexts()
  const waiting = useQueue(filter).data?.pages[0]?.counts.waiting
  useEffect(() => {
    document.title = `${waiting ? `(${waiting}) ` : ''}${texts.queue.title} – Okénko`
  }, [waiting, texts])
}
