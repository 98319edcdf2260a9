import type { ComponentChildren } from 'preact'
import { SafeLink } from '../../shared/markdown'
import type { Transcript } from '../api/contract'
import { useNow } from '../parts/hooks'
import { PersonCards } from '../citizen/person'
import { useTexts } from '../texts/texts'
import { whenExactly } from '../texts/times'
import './citizen-panel.css'

/** What the office knows of the citizen: where they write from, what they left, what came before. */
export function CitizenPanel({ transcript: { conversation } }: { transcript: Transcript }) {
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
      <PersonCards item={conversation} />
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

/** A link for an e-mail or a telephone; nothing to follow for other words. */
function contactTarget(contact: string): string {
  if (/^\S+@\S+$/.test(contact)) return `mailto:${contact}`
  return /^[+\d][\d ]{8,}$/.test(contact) ? `tel:${contact.replaceAll(' ', '')}` : ''
}
