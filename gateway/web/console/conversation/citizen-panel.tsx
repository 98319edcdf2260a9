import type { ComponentChildren } from 'preact'
import { Link } from 'wouter-preact'
import { SafeLink } from '../../shared/markdown'
import type { Transcript } from '../api/contract'
import { useNow } from '../parts/hooks'
import { useTexts, type Texts } from '../texts/texts'
import { when, whenExactly } from '../texts/times'
import './citizen-panel.css'

/** What the office knows of the citizen: where they write from, what they left, what came before. */
export function CitizenPanel({ transcript: { conversation, history } }: { transcript: Transcript }) {
  const texts = useTexts()
  const now = useNow()
  const names = texts.languages
  return (
    <div class="citizen-panel">
      <div class="card">
        <h3>{conversation.citizen}</h3>
        <dl class="facts">
          <Fact name={texts.citizen.channel}>{texts.channels[conversation.channel] ?? conversation.channel}</Fact>
          <Fact name={texts.citizen.language}>{names[conversation.language] ?? conversation.language}</Fact>
          <Fact name={texts.citizen.agenda}>{conversation.agendaName}</Fact>
          {conversation.subject ? <Fact name={texts.citizen.subject}>{conversation.subject}</Fact> : null}
          {conversation.submission && conversation.submittedAt ? (
            <Fact name={texts.citizen.submission}>
              {texts.submissions[conversation.submission]},{' '}
              <time dateTime={conversation.submittedAt}>{whenExactly(conversation.submittedAt, now, texts)}</time>
            </Fact>
          ) : null}
          {conversation.contact ? (
            <Fact name={texts.citizen.contact}>
              <SafeLink href={contactTarget(conversation.contact)}>{conversation.contact}</SafeLink>
            </Fact>
          ) : null}
        </dl>
      </div>
      <h3 class="citizen-heading">{texts.citizen.history}</h3>
      {history.length === 0 ? <p class="soft">{texts.citizen.firstTime}</p> : null}
      <ul class="citizen-history" role="list">
        {history.map((earlier) => (
          <li key={earlier.conversation}>
            <Link class="card citizen-earlier" href={`/konverzace/${encodeURIComponent(earlier.conversation)}`}>
              <span>{earlier.subject ?? texts.citizen.untitled}</span>
              <small>
                {[
                  when(earlier.at, now, texts),
                  stateInWords(earlier.state, texts),
                  earlier.rating && texts.citizen.rating(earlier.rating),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function stateInWords(state: Transcript['conversation']['state'], texts: Texts): string {
  if (state === 'closed') return texts.states.closed
  return state === 'with-bot' ? texts.states.bot : state === 'waiting' ? texts.states.waitsNow : texts.states.someone
}

/** A link for an e-mail or a telephone; nothing to follow for other words. */
function contactTarget(contact: string): string {
  if (/^\S+@\S+$/.test(contact)) return `mailto:${contact}`
  return /^[+\d][\d ]{8,}$/.test(contact) ? `tel:${contact.replaceAll(' ', '')}` : ''
}
