import { useQuery } from '@tanstack/preact-query'
import { useEffect, useRef } from 'preact/hooks'
import { aidsApi } from '../api/aids-api'
import { keys } from '../api/queries'
import { useTexts } from '../texts/texts'
import { beep } from './beep'
import { usePreferences } from './preferences'

/** Within this time one sound is enough, however many come. */
export const BURST = 10_000

/** Tells a clerk who looks elsewhere that somebody new waits, the way they chose. */
export function Attention(): null {
  const { queue } = useTexts()
  const { sound, notifications } = usePreferences()
  const { data } = useQuery({ queryKey: keys.waiting, queryFn: aidsApi.waiting, enabled: sound || notifications })
  const known = useRef<ReadonlySet<string>>()
  const lastTold = useRef(-Infinity)
  useEffect(() => {
    if (!data) return
    const ids = new Set(data.map((item) => String(item.conversation)))
    const before = known.current
    known.current = ids
    const fresh = before ? [...ids].filter((id) => !before.has(id)).length : 0
    if (fresh === 0 || performance.now() - lastTold.current < BURST) return
    lastTold.current = performance.now()
    if (sound) beep()
    if (notifications && document.hidden) notify(queue.arrived(fresh))
  }, [data, sound, notifications, queue])
  return null
}

/** Says how many and nothing of what they wrote: others may see the screen. */
function notify(words: string): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return
  const told = new Notification('Okénko', { body: words, tag: 'okenko-queue', silent: true })
  told.onclick = () => {
    window.focus()
    told.close()
  }
}
