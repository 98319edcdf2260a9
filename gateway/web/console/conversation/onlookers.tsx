import { useEffect, useRef } from 'preact/hooks'
import type { Onlooker } from '../api/contract'
import { useAnnounce } from '../parts/announcer/announcer'
import { Chip } from '../parts/chip/chip'
import { useTexts } from '../texts/texts'
import { useDesk } from './use-desk'

/** More than these are only counted. */
const NAMED = 3
const NOBODY: readonly never[] = []

/** Which colleagues have the conversation open too; who writes comes first. */
export function Onlookers({ conversation }: { conversation: string }) {
  const texts = useTexts()
  const present = useDesk(conversation).data?.present ?? NOBODY
  useWritersAloud(present)
  const ordered = [...present].sort((one, other) => Number(other.writing) - Number(one.writing))
  if (ordered.length === 0) return null
  return (
    <ul class="onlookers" role="list" aria-label={texts.presence.label}>
      {ordered.slice(0, NAMED).map(({ name, writing }) => (
        <li key={name} data-writing={writing}>
          <Chip tone={writing ? 'human' : 'plain'}>{writing ? texts.presence.writes(name) : texts.presence.reads(name)}</Chip>
        </li>
      ))}
      {ordered.length > NAMED ? (
        <li>
          <Chip>{texts.presence.more(ordered.length - NAMED)}</Chip>
        </li>
      ) : null}
    </ul>
  )
}

/** Says once of each colleague that they write, not after every pause. */
function useWritersAloud(present: readonly Onlooker[]): void {
  const texts = useTexts()
  const announce = useAnnounce()
  const told = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const writing = present.filter((each) => each.writing).map((each) => each.name)
    const fresh = writing.filter((name) => !told.current.has(name))
    const here = new Set(present.map((each) => each.name))
    told.current = new Set([...told.current, ...writing].filter((name) => here.has(name)))
    if (fresh.length > 0) announce(fresh.map((name) => texts.presence.writes(name)).join('. '))
  }, [present, announce, texts])
}
