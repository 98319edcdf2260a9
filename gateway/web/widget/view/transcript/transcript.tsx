import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { DownIcon } from '../../../shared/icons'
import type { ChatState } from '../../chat/state'
import { Choices } from '../choices/choices'
import { type View, useView } from '../context'
import { day } from '../format'
import { MessageView, OwnMessageView } from '../message/message-view'
import { Welcome } from '../welcome/welcome'
import { atEnd, newestIsBelow, showEnd, showMessage, showNewest } from './scroll'

/** The conversation so far. Append-only and silent: what is new is said by the announcer. */
export function Transcript() {
  const view = useView()
  const { state, t } = view
  const log = useRef<HTMLDivElement>(null)
  const { away, news, look } = useScrolling(log, state)
  const latest = state.messages.at(-1)
  const offers = latest !== undefined && latest.choices.length > 0 && state.pending.length === 0
  return (
    <div class="transcript">
      <div class="log" role="log" aria-live="off" aria-label={t('transcript')} tabIndex={0} ref={log} onScroll={look}>
        <Welcome />
        {state.restoring && <p class="soft">{t('restoring')}</p>}
        {lines(view)}
        {offers && state.phase !== 'closed' && <Choices message={latest} key={latest.id} />}
        {state.answering && (
          <p class="typing">
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {t('typing')}
          </p>
        )}
      </div>
      {away && (
        <button
          type="button"
          class="newest"
          onClick={() => {
            log.current?.focus({ preventScroll: true })
            if (log.current !== null) showNewest(log.current)
          }}
        >
          <DownIcon /> {t(news ? 'newMessage' : 'newest')}
        </button>
      )}
    </div>
  )
}

function lines({ state, t }: View): JSX.Element[] {
  const names = { today: t('today'), yesterday: t('yesterday') }
  const today = new Date()
  const shown: JSX.Element[] = []
  let lastDay = ''
  for (const message of state.messages) {
    const thisDay = day(message.at, state.language, today, names)
    if (thisDay !== lastDay && thisDay !== '') {
      shown.push(
        <p class="day" key={`day-${thisDay}`}>
          {thisDay}
        </p>,
      )
      lastDay = thisDay
    }
    const key = message.clientId || message.id
    shown.push(
      message.author === 'citizen' ? (
        <OwnMessageView {...message} key={key} id={key} status="arrived" />
      ) : (
        <MessageView message={message} key={key} />
      ),
    )
  }
  for (const message of state.pending) {
    shown.push(<OwnMessageView {...message} key={message.clientId} id={message.clientId} language="" />)
  }
  return shown
}

interface Scrolling {
  /** The newest message begins below what can be seen. */
  readonly away: boolean
  /** Something has come since the reader looked away. */
  readonly news: boolean
  /** To be called whenever the transcript has been scrolled. */
  readonly look: () => void
}

/** Keeps the newest in sight while the reader is at the end: own words whole, a new answer from its start. */
function useScrolling(log: { current: HTMLDivElement | null }, state: ChatState): Scrolling {
  const { messages, pending, answering, restoring } = state
  const seen = useRef({ seq: 0, own: 0, following: true, inSight: true, height: -1 })
  const [away, setAway] = useState(false)
  const [news, setNews] = useState(false)
  const look = (): void => {
    const { height } = seen.current
    // Room was given or taken and that was not dealt with yet: what is in sight tells nothing of the reader.
    if (log.current === null || (height >= 0 && height !== log.current.clientHeight)) return
    const below = newestIsBelow(log.current)
    seen.current.following = atEnd(log.current)
    seen.current.inSight = !below
    setAway(below)
    if (!below) setNews(false)
  }
  useEffect(() => {
    const element = log.current
    const panel = element?.closest('.panel')
    panel?.addEventListener('scroll', look, { passive: true })
    // A notice below takes room away from the transcript: the newest line stays in sight.
    const observer = new ResizeObserver(() => {
      if (element === null) return
      if (seen.current.following) showEnd(element)
      else if (seen.current.inSight && newestIsBelow(element)) showNewest(element)
      seen.current.height = element.clientHeight
      look()
    })
    if (element !== null) observer.observe(element)
    return () => {
      panel?.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [])
  useLayoutEffect(() => {
    const element = log.current
    if (element === null) return
    const before = seen.current
    const fresh = messages.find(({ seq, author }) => seq > before.seq && author !== 'citizen')
    const wrote = pending.length > before.own
    const restored = before.seq === 0 && messages.length > 1
    seen.current = { ...before, seq: messages.at(-1)?.seq ?? 0, own: pending.length }
    if (wrote) showEnd(element)
    else if (restored) showNewest(element)
    else if (fresh !== undefined && before.following) showMessage(element, fresh.seq)
    else if (fresh !== undefined) setNews(true)
    else if (before.following) showEnd(element)
    look()
  }, [messages, pending, answering, restoring])
  return { away, news, look }
}
