import { AlertIcon, ClockIcon } from '../../../shared/icons'
import type { Sending } from '../../chat/transcript'
import type { ChatMessage } from '../../chat/wire'
import { AnswerCard } from '../answer/answer-card'
import { useView } from '../context'
import { focusTranscript } from '../focus'
import { languageName, time } from '../format'
import { Save } from '../receipt/receipt'

/** Who says it, in words. */
export function useSpeaker(): (message: ChatMessage) => readonly [name: string, badge: string] {
  const { t } = useView()
  return ({ author, name, agenda }) => {
    switch (author) {
      case 'citizen':
        return [t('you'), '']
      case 'bot':
        return [name || t('bot'), t('botBadge')]
      case 'clerk':
        return [[name || t('clerk'), agenda].filter(Boolean).join(', '), t('clerkBadge')]
      case 'office':
        return [name || t('office'), '']
    }
  }
}

export function MessageView({ message }: { message: ChatMessage }) {
  const { t, state } = useView()
  const [name, badge] = useSpeaker()(message)
  const { author, id, language, text, files } = message
  const foreign = language !== '' && language !== state.language
  return (
    <article class={`message ${author}`} aria-labelledby={`who-${id}`} data-seq={message.seq}>
      <p class="who" id={`who-${id}`}>
        <span class="name">{name}</span>
        {badge !== '' && <span class="badge">{badge}</span>}
        <time dateTime={message.at}>{time(message.at, state.language)}</time>
        {foreign && <span>{t('otherLanguage', { language: languageName(language, state.language) })}</span>}
      </p>
      <div class="bubble" lang={language || undefined}>
        {author === 'bot' ? <AnswerCard message={message} /> : <p class="plain">{text}</p>}
        {files.length > 0 && (
          <ul class="files" aria-label={t('files')}>
            {files.map(({ id: file, name: called, size }) => (
              <li key={file}>
                <Save
                  path={`files/${file}`}
                  name={called}
                  label={`${called} (${Math.ceil(size / 1024)}\u00a0kB)`}
                  fault="fileFailed"
                  look="quiet"
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  )
}

interface OwnMessage {
  readonly id: string
  readonly text: string
  readonly at: string
  readonly language: string
  /** How far it got; 'arrived' once the server has it. */
  readonly status: Sending | 'arrived'
}

/** An own message, the same element from the moment it is sent until it has arrived. */
export function OwnMessageView({ id, text, at, language, status }: OwnMessage) {
  const { t, state } = useView()
  return (
    <article class="message citizen" aria-labelledby={`who-${id}`} data-sending={status}>
      <p class="who" id={`who-${id}`}>
        <span class="name">{t('you')}</span>
        <time dateTime={at}>{time(at, state.language)}</time>
      </p>
      <div class="bubble" lang={language || undefined}>
        <p class="plain">{text}</p>
      </div>
      <Delivery id={id} status={status} />
    </article>
  )
}

function Delivery({ id, status }: Pick<OwnMessage, 'id' | 'status'>) {
  const { t, chat } = useView()
  if (status === 'sending') return <p class="delivery">{t('sending')}</p>
  if (status === 'waiting') {
    return (
      <p class="delivery">
        <ClockIcon /> {t('waitingToSend')}
      </p>
    )
  }
  if (status !== 'failed') return null
  const leaving = (act: (id: string) => void) => (event: { currentTarget: Element }) => {
    focusTranscript(event.currentTarget)
    act(id)
  }
  return (
    <div class="delivery danger">
      <p>
        <AlertIcon /> {t('failed')}
      </p>
      <button type="button" class="quiet" onClick={leaving((own) => chat.retry(own))}>
        {t('retry')}
      </button>
      <button type="button" class="quiet" onClick={leaving((own) => chat.drop(own))}>
        {t('drop')}
      </button>
    </div>
  )
}
