import { useEffect, useRef, useState } from 'preact/hooks'
import type { News } from '../../chat/state'
import { type View, useView } from '../context'
import { useSpeaker } from '../message/message-view'
import { plain } from './plain'

/** How long a said thing stays to be found by a screen reader's cursor. */
const staysFor = 8000

interface Said {
  readonly key: number
  readonly text: string
}

/** The one live region: there from the start, one addition for each piece of news, none for what is only reloaded. */
export function Announcer() {
  const view = useView()
  const words = useWords(view)
  const latest = useRef(words)
  latest.current = words
  const [said, setSaid] = useState<readonly Said[]>([])
  useEffect(() => {
    let key = 0
    const timers = new Set<ReturnType<typeof setTimeout>>()
    const stop = view.chat.listen((news) => {
      const line = { key: ++key, text: latest.current(news) }
      setSaid((lines) => [...lines, line])
      const timer = setTimeout(() => {
        timers.delete(timer)
        setSaid((lines) => lines.filter((other) => other !== line))
      }, staysFor)
      timers.add(timer)
    })
    return () => {
      stop()
      timers.forEach(clearTimeout)
    }
  }, [view.chat])
  return (
    <div class="unseen" role="status" aria-live="polite" aria-relevant="additions" data-announcer>
      {said.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  )
}

function useWords({ t }: View): (news: News) => string {
  const speaker = useSpeaker()
  return (news) => {
    switch (news.kind) {
      case 'message': {
        const { message } = news
        const who = speaker(message).filter(Boolean).join(', ')
        const text = message.author === 'bot' ? plain(message.text) : message.text
        const count = message.choices.length
        return [`${who}: ${text}`, ...message.files.map(({ name }) => name)].join(' ') + (count === 0 ? '' : ` ${t('choicesCount', { n: count })}`)
      }
      case 'connection':
        return t(news.connection)
      case 'place':
        return `${t('whoWaiting')}. ${t('place', { place: news.place })}`
      case 'clerk':
        return t('sayClerk', { name: news.name, agenda: news.agenda })
      case 'answering':
        return t('typing')
      case 'failed':
        return t('sayFailed')
      case 'limited':
      case 'tooLong':
        return t(news.kind, { n: news.n })
      case 'closed':
      case 'expired':
      case 'rated':
        return t(news.kind)
    }
  }
}
