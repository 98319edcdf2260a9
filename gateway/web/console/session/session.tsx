import { QueryClientProvider } from '@tanstack/preact-query'
import { createContext, type ComponentChildren } from 'preact'
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { consoleApi, statusOf } from '../api/console-api'
import type { Session } from '../api/contract'
import { newQueryClient } from '../api/queries'

/** Who sits at the console. `expired` keeps the clerk's screen and asks for the password again. */
export type SessionState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly fault: unknown }
  | { readonly kind: 'out'; readonly left: boolean }
  | { readonly kind: 'in'; readonly session: Session }
  | { readonly kind: 'expired'; readonly session: Session }

interface Door {
  readonly state: SessionState
  readonly ask: () => void
  readonly enter: (session: Session) => void
  readonly leave: () => Promise<void>
  /** Hears of any failed request; a 401 ends the session. */
  readonly noteFault: (fault: unknown) => void
}

const Context = createContext<Door | undefined>(undefined)

/** Keeps the session and, because what was loaded belongs to one clerk, what was loaded. */
export function SessionProvider({ children }: { children: ComponentChildren }) {
  const [state, setState] = useState<SessionState>({ kind: 'asking' })
  const noteFault = useCallback((fault: unknown) => {
    if (isUnauthorised(fault)) {
      setState((now) => (now.kind === 'in' ? { kind: 'expired', session: now.session } : now))
    }
  }, [])
  const queries = useMemo(() => newQueryClient(noteFault), [noteFault])

  const ask = useCallback(() => {
    setState({ kind: 'asking' })
    consoleApi.session().then(
      (session) => setState({ kind: 'in', session }),
      (fault: unknown) => setState(isUnauthorised(fault) ? { kind: 'out', left: false } : { kind: 'failed', fault }),
    )
  }, [])
  useEffect(ask, [ask])

  const enter = useCallback(
    (session: Session) => {
      if (state.kind === 'expired' && state.session.clerk.id !== session.clerk.id) queries.clear()
      setState({ kind: 'in', session })
      void queries.invalidateQueries()
    },
    [queries, state],
  )
  const leave = useCallback(async () => {
    const farewell = await consoleApi.signOut().catch((fault: unknown) => {
      if (!isUnauthorised(fault)) throw fault
      return undefined
    })
    if (farewell) return location.assign(farewell.goOn)
    queries.clear()
    setState({ kind: 'out', left: true })
  }, [queries])

  const door = useMemo(() => ({ state, ask, enter, leave, noteFault }), [state, ask, enter, leave, noteFault])
  return (
    <Context.Provider value={door}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </Context.Provider>
  )
}

function isUnauthorised(fault: unknown): boolean {
  return statusOf(fault) === 401
}

export function useDoor(): Door {
  const door = useContext(Context)
  if (!door) throw new Error('useDoor needs a SessionProvider above it')
  return door
}

/** The session of the clerk who is signed in; only for what is drawn inside. */
export function useSession(): Session {
  const { state } = useDoor()
  if (state.kind !== 'in' && state.kind !== 'expired') throw new Error(`no session while ${state.kind}`)
  return state.session
}
