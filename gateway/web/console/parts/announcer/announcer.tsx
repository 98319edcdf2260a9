import { createContext, type ComponentChildren } from 'preact'
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks'

const Context = createContext<(text: string) => void>(() => {})

/** The console's only live region: there from the start, filled when something is worth hearing. */
export function AnnouncerProvider({ children }: { children: ComponentChildren }) {
  const [said, setSaid] = useState('')
  const turn = useRef(false)
  const coming = useRef<string[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  const announce = useCallback((text: string) => {
    coming.current.push(text)
    if (coming.current.length > 1) return
    // What comes in one moment is said together: drawn one over the other, only the last would be heard.
    timer.current = setTimeout(() => {
      const words = coming.current.splice(0).join(' ')
      turn.current = !turn.current
      // The trailing space makes the same sentence twice in a row a change, so it is read twice.
      setSaid(turn.current ? words : `${words}\u00a0`)
    })
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
