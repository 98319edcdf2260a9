import { createContext, type ComponentChildren } from 'preact'
import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useRoute } from 'wouter-preact'
import { consoleApi } from '../api/console-api'
import { randomId } from '../api/random-id'
import { useDoor } from '../session/session'
import { oneAtATime } from './one-at-a-time'

/** How often the gateway hears that the clerk is here. A hidden tab is held to once a minute, which is enough. */
export const HEARTBEAT = 20_000

/** How long after the last key the clerk still counts as writing. */
export const WRITES_FOR = 8_000

/** An answer that takes longer is not waited for: the next beat says the same. */
const PATIENCE = 10_000

interface Typing {
  readonly typed: (conversation: string) => void
  /** What was written is sent or gone. */
  readonly stopped: () => void
}

const Context = createContext<Typing>({ typed: () => {}, stopped: () => {} })

/** Tells the gateway, while the clerk is signed in, what is open on the screen and whether they write there. */
export function PresenceProvider({ children }: { children: ComponentChildren }) {
  const [, params] = useRoute('/konverzace/:id')
  const open = params?.id ?? ''
  const [writingIn, setWritingIn] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const typing = useMemo<Typing>(
    () => ({
      typed(conversation) {
        clearTimeout(timer.current)
        timer.current = setTimeout(() => setWritingIn(''), WRITES_FOR)
        setWritingIn(conversation)
      },
      stopped() {
        clearTimeout(timer.current)
        setWritingIn('')
      },
    }),
    [],
  )
  useEffect(() => () => clearTimeout(timer.current), [])
  useHeartbeat(open, open !== '' && writingIn === open)
  return <Context.Provider value={typing}>{children}</Context.Provider>
}

/** By which an editor says that the clerk is writing. */
export const useTyping = (): Typing => useContext(Context)

/** A beat at once whenever what it says changes, when the tab is seen again, and every twenty seconds. */
function useHeartbeat(conversation: string, writing: boolean): void {
  const { state, noteFault } = useDoor()
  const signedIn = state.kind === 'in'
  const [tab] = useState(randomId)
  const send = useMemo(
    () =>
      oneAtATime((seen: { conversation: string; writing: boolean }) =>
        // The bar about a lost connection says it already; only the end of the session has to be heard.
        consoleApi.presence({ tab, ...seen }, AbortSignal.timeout(PATIENCE)).catch(noteFault),
      ),
    [tab, noteFault],
  )
  useEffect(() => {
    if (!signedIn) return undefined
    const beat = () => send({ conversation, writing })
    const seenAgain = () => document.visibilityState === 'visible' && beat()
    beat()
    const timer = setInterval(beat, HEARTBEAT)
    document.addEventListener('visibilitychange', seenAgain)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seenAgain)
    }
  }, [signedIn, conversation, writing, send])
}
