import { useQuery } from '@tanstack/preact-query'
import { useEffect, useState } from 'preact/hooks'
import { directoryApi, type Offer } from '../api/directory-api'
import { keys } from '../api/queries'
import { useSession } from '../session/session'

/** An offer and the moment of this computer's clock at which it goes on to somebody else. */
export interface Held {
  readonly offer: Offer
  readonly until: number
}

/** What is offered to the clerk, longest waiting first. */
export function useOffers(): readonly Held[] {
  const { rights, secondFactor } = useSession()
  const { data, dataUpdatedAt } = useQuery({
    queryKey: keys.offers,
    queryFn: directoryApi.offers,
    enabled: secondFactor !== 'owed' && rights.includes('answer-citizens'),
  })
  return (data?.items ?? []).map((offer) => ({ offer, until: dataUpdatedAt + offer.secondsLeft * 1000 }))
}

const STEP = 2_000

/** Seconds until a moment, moving on every two of them; never below nothing. */
export function useSecondsTo(until: number | undefined): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (until === undefined) return undefined
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), STEP)
    return () => clearInterval(timer)
  }, [until])
  return until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1000))
}
