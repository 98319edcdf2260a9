import { useEffect, useState } from 'preact/hooks'

const KEPT_AS = 'okenko.console.translate'
const CHANGED = 'okenko-translate'

const kept = () => localStorage.getItem(KEPT_AS) === 'yes'

/** Whether this clerk wants foreign messages translated without asking for each. */
export function useAlways(): readonly [always: boolean, choose: (always: boolean) => void] {
  const [always, setAlways] = useState(kept)
  useEffect(() => {
    const look = () => setAlways(kept())
    window.addEventListener(CHANGED, look)
    return () => window.removeEventListener(CHANGED, look)
  }, [])
  const choose = (next: boolean) => {
    localStorage.setItem(KEPT_AS, next ? 'yes' : 'no')
    window.dispatchEvent(new Event(CHANGED))
  }
  return [always, choose]
}
