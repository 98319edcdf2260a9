import { useQuery } from '@tanstack/preact-query'
import { useEffect, useState } from 'preact/hooks'
import { aidsApi, type CannedReply } from '../api/aids-api'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { useTexts } from '../texts/texts'
import { typeInto } from './insertion'
import { matching, slashBefore, type Slash } from './slash'

const NONE: readonly never[] = []

export interface Canned {
  /** What the open list offers; empty while it is closed. */
  readonly found: readonly CannedReply[]
  readonly active: number
  readonly choose: (reply: CannedReply) => void
  /** The cursor moved or the text changed. */
  readonly look: () => void
  readonly close: () => void
  /** Whether the list took the key. */
  readonly key: (event: KeyboardEvent) => boolean
}

/** Canned replies asked for by a slash in the field; they replace the slash and nothing else. */
export function useCanned(conversation: string, area: { readonly current: HTMLTextAreaElement | null }, on: boolean): Canned {
  const { aids: { canned: texts } } = useTexts()
  const announce = useAnnounce()
  const query = useQuery({ queryKey: keys.cannedIn(conversation), queryFn: () => aidsApi.cannedIn(conversation), enabled: on })
  const [slash, setSlash] = useState<Slash>()
  // Whoever closed the list, or went on with no text found, does not get it back at the same slash.
  const [left, setLeft] = useState(-1)
  const [active, setActive] = useState(0)
  const found = slash && slash.at !== left ? matching(query.data?.replies ?? NONE, slash.words) : NONE
  const count = found.length
  useEffect(() => {
    if (count > 0) announce(texts.found(count))
  }, [count, announce, texts])

  const look = () => {
    const field = area.current
    const next = on && field && field.selectionStart === field.selectionEnd ? slashBefore(field.value, field.selectionEnd) : undefined
    if (next?.at === slash?.at && next?.words === slash?.words) return
    setSlash(next)
    setActive(0)
    if (next?.at !== left) setLeft(-1)
  }
  const close = () => setLeft(slash?.at ?? -1)
  const choose = (reply: CannedReply) => {
    if (!area.current || !slash) return
    typeInto(area.current, reply.text, [slash.at, slash.at + slash.words.length + 1])
    setSlash(undefined)
    announce(texts.inserted)
  }
  const key = (event: KeyboardEvent): boolean => {
    const chosen = found[active]
    if (!chosen || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
    if (event.key === 'ArrowDown') setActive((active + 1) % count)
    else if (event.key === 'ArrowUp') setActive((active + count - 1) % count)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen)
    else if (event.key === 'Escape') close()
    else return false
    event.preventDefault()
    return true
  }
  return { found, active, choose, look, close, key }
}
