import { useQueryClient, type QueryClient } from '@tanstack/preact-query'
import { createContext, type ComponentChildren } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { isRecord } from '../../shared/api'
import { openEvents, type ServerEvent } from '../../shared/events'
import { useAnnounce } from '../parts/announcer/announcer'
import { useDoor } from '../session/session'
import { useTexts } from '../texts/texts'
import { EVENTS } from './console-api'
import { keys } from './queries'

/** Whether what the screen shows follows the office; `lostAt` is when it stopped doing so. */
export type Live = { readonly kind: 'on' } | { readonly kind: 'off'; readonly lostAt: number }

const Context = createContext<Live>({ kind: 'on' })

/** How long news are gathered before they are loaded, so that a burst costs one request. */
const BURST = 120

/**
 * Subscribe, load, apply: whenever the stream opens everything shown is loaded anew, so nothing
 * that happened between an earlier load and the subscription is missed.
 */
export function LiveProvider({ children }: { children: ComponentChildren }) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const texts = useTexts()
  const overdue = useRef(() => {})
  overdue.current = () => announce(texts.queue.overdueNow)
  const { state, noteFault } = useDoor()
  const [live, setLive] = useState<Live>({ kind: 'on' })
  const signedIn = state.kind === 'in'
  useEffect(() => {
    if (!signedIn) return undefined
    const news = newsOf(queries, () => overdue.current())
    const stream = openEvents({
      url: EVENTS,
      onEvent: (event) => news.take(event),
      onConnection: (connection) => {
        if (connection === 'open') {
          setLive({ kind: 'on' })
          news.reload()
        } else {
          setLive((was) => (was.kind === 'off' ? was : { kind: 'off', lostAt: Date.now() }))
        }
      },
      onRefused: (problem) => {
        setLive({ kind: 'off', lostAt: Date.now() })
        noteFault(problem)
      },
    })
    const hurry = () => stream.hurry()
    addEventListener('online', hurry)
    return () => {
      removeEventListener('online', hurry)
      stream.close()
      news.stop()
    }
  }, [queries, noteFault, signedIn])
  return <Context.Provider value={live}>{children}</Context.Provider>
}

export const useLive = (): Live => useContext(Context)

function newsOf(queries: QueryClient, onOverdue: () => void) {
  const changed = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const load = () => {
    timer = undefined
    void loadAnew(queries, keys.queue)
    void loadAnew(queries, keys.waiting)
    void loadAnew(queries, keys.offers)
    changed.forEach((id) => void loadAnew(queries, keys.conversation(id)))
    changed.clear()
  }
  return {
    take(event: ServerEvent) {
      if (event.type === 'reload') return this.reload()
      if (event.type === 'overdue') onOverdue()
      const id = event.type === 'change' || event.type === 'overdue' ? conversationIn(event.data) : undefined
      if (id === undefined) return
      changed.add(id)
      timer ??= setTimeout(load, BURST)
    },
    reload() {
      void loadAnew(queries, [])
    },
    stop() {
      clearTimeout(timer)
    },
  }
}

/**
 * A load that is under way may have been answered before the news, so it begins again. Invalidating does
 * that only for what has been loaded before; a first load has to be dropped first.
 */
async function loadAnew(queries: QueryClient, queryKey: readonly string[]): Promise<void> {
  await queries.cancelQueries({ queryKey, predicate: (query) => query.state.data === undefined })
  await queries.invalidateQueries({ queryKey })
}

function conversationIn(data: string): string | undefined {
  try {
    const change: unknown = JSON.parse(data)
    const id = isRecord(change) ? change['conversation'] : undefined
    return typeof id === 'string' ? id : typeof id === 'number' ? String(id) : undefined
  } catch {
    return undefined
  }
}
