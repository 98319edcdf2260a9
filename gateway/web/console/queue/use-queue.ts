import { keepPreviousData, useInfiniteQuery } from '@tanstack/preact-query'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { consoleApi } from '../api/console-api'
import type { Filter, Item } from '../api/contract'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { useTexts } from '../texts/texts'
import { arrivals, steady, type Steady } from './steady'

/** Pages of the queue; events make them load anew. */
export function useQueue(filter: Filter) {
  return useInfiniteQuery({
    queryKey: keys.queueOf(filter),
    queryFn: ({ pageParam }) => consoleApi.queue(filter, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    // The counts of the tabs stay while another view loads.
    placeholderData: keepPreviousData,
  })
}

/** The list of one filter: its rows, and the events by which the clerk's hand on it is known. */
export function useQueueList(filter: Filter) {
  const texts = useTexts()
  const announce = useAnnounce()
  const query = useQueue(filter)
  const [hover, setHover] = useState(false)
  const [focus, setFocus] = useState(false)
  const source = JSON.stringify(filter)
  const loading = query.isPending || query.isPlaceholderData
  const pages = loading ? undefined : query.data?.pages
  const items = useMemo(() => pages?.flatMap((page) => page.items), [pages])
  const list = useSteadyRows(items ?? NOTHING, hover || focus, source)
  // Only people who wait are news; elsewhere conversations come by the clerk's own doing, as further pages do.
  const tell = useCallback((count: number) => announce(texts.queue.arrived(count)), [announce, texts])
  useArrivals(filter.view === 'waiting' ? items : undefined, `${source} ${pages?.length}`, tell)
  const hand = {
    onPointerEnter: () => setHover(true),
    onPointerLeave: () => setHover(false),
    onFocusIn: () => setFocus(true),
    onFocusOut: () => setFocus(false),
  }
  return { query, loading, list, hand }
}

const NOTHING: readonly never[] = []

/**
 * Rows that hold still while the clerk points into the list. `source` names what is listed: another
 * source starts from nothing. `release` lets the list move at once.
 */
function useSteadyRows(fresh: readonly Item[], still: boolean, source: string): Steady & { release: () => void } {
  const [list, setList] = useState({ source, ...steady([], fresh, false) })
  useLayoutEffect(() => {
    setList((was) => ({ source, ...steady(was.source === source ? was.rows : [], fresh, still) }))
  }, [fresh, still, source])
  return { ...list, release: () => setList({ source, ...steady([], fresh, false) }) }
}

/** Tells how many items came since the last look at the same source. */
function useArrivals(fresh: readonly Item[] | undefined, source: string, tell: (count: number) => void): void {
  const seen = useRef<{ source: string; items: readonly Item[] }>()
  useEffect(() => {
    if (!fresh) return
    const count = seen.current?.source === source ? arrivals(seen.current.items, fresh) : 0
    seen.current = { source, items: fresh }
    if (count > 0) tell(count)
  }, [fresh, source, tell])
}
