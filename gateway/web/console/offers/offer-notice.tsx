import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { consoleApi, holderOf, statusOf } from '../api/console-api'
import { directoryApi, type Offer } from '../api/directory-api'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Chip } from '../parts/chip/chip'
import { useNow } from '../parts/hooks'
import { useTexts } from '../texts/texts'
import { lasted } from '../texts/times'
import { useOffers, useSecondsTo, type Held } from './use-offers'
import './offer-notice.css'

/** What is offered to this clerk first: said once, there to be taken or let go until its time is up. */
export function OfferNotice() {
  const offers = useOffers()
  useHeard(offers)
  const [first, ...others] = offers
  const seconds = useSecondsTo(first?.until)
  const queries = useQueryClient()
  const over = first !== undefined && seconds === 0
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: keys.offers })
  }, [over, queries])
  if (!first || over) return null
  return <Notice key={first.offer.conversation} offer={first.offer} seconds={seconds} others={others.length} />
}

/** Each waiting is announced once, however often it is offered. */
function useHeard(offers: readonly Held[]): void {
  const texts = useTexts()
  const announce = useAnnounce()
  const heard = useRef(new Set<string>())
  useEffect(() => {
    for (const { offer } of offers) {
      const waiting = `${offer.conversation} ${offer.since}`
      if (heard.current.has(waiting)) continue
      heard.current.add(waiting)
      announce(texts.directory.offers.heard(offer.agendaName, lasted(offer.since, Date.now(), texts)))
    }
  }, [offers, announce, texts])
}

interface NoticeProps {
  readonly offer: Offer
  readonly seconds: number
  readonly others: number
}

function Notice({ offer, seconds, others }: NoticeProps) {
  const texts = useTexts()
  const words = texts.directory.offers
  const now = useNow()
  const { take, pass, busy } = useAnswer(offer)
  return (
    <section class="offer" aria-label={words.label} data-offer={offer.conversation}>
      <div class="offer-words">
        <h2>{words.title(offer.agendaName)}</h2>
        <p class="offer-preview" lang={offer.language}>
          {offer.preview}
        </p>
        {offer.handedOn ? (
          <p>
            {words.handed(offer.handedOn.by)} {offer.handedOn.note}
          </p>
        ) : null}
        <p class="offer-facts">
          {offer.flag === 'emergency' ? <Chip tone="danger">{texts.states.emergency}</Chip> : null}
          <Chip tone="warn">{words.waits(lasted(offer.since, now, texts))}</Chip>
          <span>
            {words.left(seconds)} {words.after}
            {others > 0 ? ` (${words.more(others)})` : ''}
          </span>
        </p>
      </div>
      <div class="offer-buttons">
        <button type="button" class="button button-main offer-take" aria-disabled={busy} onClick={() => busy || take()}>
          {words.take}
        </button>
        <button type="button" class="button" aria-disabled={busy} onClick={() => busy || pass()}>
          {words.letGo}
        </button>
      </div>
    </section>
  )
}

/** Taking an offer opens the conversation; the focus never stays on a button that is gone. */
function useAnswer(offer: Offer) {
  const texts = useTexts()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const id = String(offer.conversation)
  const settled = () => {
    void queries.invalidateQueries({ queryKey: keys.offers })
    void queries.invalidateQueries({ queryKey: keys.queue })
  }
  const taking = useMutation({
    mutationFn: () => consoleApi.claim(id),
    onSuccess: () => {
      announce(texts.actions.claimed)
      go(`/konverzace/${encodeURIComponent(id)}`)
    },
    onError: (fault) => {
      const name = holderOf(fault)
      announce(statusOf(fault) === 409 && name ? texts.actions.lost(name) : `${texts.actions.failed} ${inWords(fault, texts)}`)
    },
    onSettled: settled,
  })
  const passing = useMutation({
    mutationFn: () => directoryApi.pass(id),
    onSuccess: () => {
      document.getElementById('main')?.focus()
      announce(texts.directory.offers.passed)
    },
    onError: (fault) => announce(statusOf(fault) === 404 ? texts.directory.offers.gone : inWords(fault, texts)),
    onSettled: settled,
  })
  return { take: () => taking.mutate(), pass: () => passing.mutate(), busy: taking.isPending || passing.isPending }
}
