import { useQuery } from '@tanstack/preact-query'
import { useEffect, useRef } from 'preact/hooks'
import { aidsApi } from '../api/aids-api'
import { keys } from '../api/queries'
import { useOffers } from '../offers/use-offers'
import { useTexts } from '../texts/texts'
import { beep } from './beep'
import { usePreferences } from './preferences'

/** Within this time one sound is enough, however many come. */
export const BURST = 10_000

/** Tells a clerk who looks elsewhere that somebody new waits or is offered to them, the way they chose. */
export function Attention(): null {
  const texts = useTexts()
  const { sound, notifications } = usePreferences()
  const { data } = useQuery({ queryKey: keys.waiting, queryFn: aidsApi.waiting, enabled: sound || notifications })
  const offers = useOffers().map(({ offer }) => `${offer.conversation} ${offer.since}`).join()
  const known = useRef<ReadonlySet<string>>()
  const knownOffers = useRef<ReadonlySet<string>>(new Set())
  const lastTold = useRef(-Infinity)
  useEffect(() => {
    const ids = data && new Set(data.map((item) => String(item.conversation)))
    const waiting = ids && known.current ? fresh(ids, known.current) : 0
    known.current = ids ?? known.current
    const offered = new Set(offers.split(',').filter(Boolean))
    const newOffers = fresh(offered, knownOffers.current)
    knownOffers.current = new Set([...knownOffers.current, ...offered])
    if (waiting + newOffers === 0 || performance.now() - lastTold.current < BURST) return
    lastTold.current = performance.now()
    if (sound) beep()
    if (notifications && document.hidden) {
      notify(newOffers > 0 ? texts.directory.offers.notified : texts.queue.arrived(waiting))
    }
  }, [data, offers, sound, notifications, texts])
  return null
}

const fresh = (now: ReadonlySet<string>, before: ReadonlySet<string>) => [...now].filter((id) => !before.has(id)).length

/** Says how many and nothing of what they wrote: others may see the screen. */
function notify(words: string): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return
  const told = new Notification('Okénko', { body: words, tag: 'okenko-queue', silent: true })
  told.onclick = () => {
    window.focus()
    told.close()
  }
}
