import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useTexts } from '../../texts/texts'
import { Fault } from '../fault/fault'

interface LaterProps<P> {
  /** Must stay the same from one drawing to the next. */
  readonly load: () => Promise<ComponentType<P>>
  /** What it is given. */
  readonly given?: P
  /** A small part, of which nothing is said while it comes. */
  readonly quiet?: boolean
}

/** A screen, or a part of one, that is fetched when somebody first needs it, so that the others open sooner. */
export function Later<P extends object>({ load, given, quiet }: LaterProps<P>) {
  const texts = useTexts()
  const [Screen, setScreen] = useState<ComponentType<P>>()
  const [turn, setTurn] = useState(0)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let left = false
    load().then(
      (screen) => left || setScreen(() => screen),
      () => left || setFailed(true),
    )
    return () => {
      left = true
    }
  }, [load, turn])
  if (Screen) return <Screen {...(given ?? ({} as P))} />
  if (!failed) return quiet ? null : <p class="conversation-word">{texts.loading}</p>
  const again = () => {
    setFailed(false)
    setTurn(turn + 1)
  }
  return <Fault words={texts.faults.offline} onRetry={again} />
}
