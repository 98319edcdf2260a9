import { createContext, type ComponentChildren } from 'preact'
import { useCallback, useContext, useRef, useState } from 'preact/hooks'

const Context = createContext<(text: string) => void>(() => {})

/** The console's only live region: there from the start, filled when something is worth hearing. */
export function AnnouncerProvider({ children }: { children: ComponentChildren }) {
  const [said, setSaid] = useState('')
  const turn = useRef(false)
  const announce = useCallback((text: string) => {
    turn.current = !turn.current
    // The trailing space makes the same sentence twice in a row a change, so it is read twice.
    setSaid(turn.current ? text : `${text}\u00a0`)
  }, [])
  return (
    <Context.Provider value={announce}>
      {children}
      <div class="unseen" role="status" aria-live="polite">
        {said}
      </div>
    </Context.Provider>
  )
}

export const useAnnounce = () => useContext(Context)
