import { useMemo } from 'preact/hooks'
import { AlertIcon, PersonIcon } from '../../../shared/icons'
import { Blocks, blocks, inline, SafeLink } from '../../../shared/markdown'
import type { AnswerParts, ChatMessage, Handler, Source } from '../../chat/wire'
import { useView } from '../context'
import { date } from '../format'
import { lead } from './lead'

/** What the automat says: the answer first, then the rest, who handles it, and where it stands. */
export function AnswerCard({ message }: { message: ChatMessage }) {
  const { answer, text } = message
  const parts = useMemo(() => blocks(text), [text])
  const isAnswer = answer !== undefined && ['found', 'elsewhere', 'emergency'].includes(answer.outcome)
  const [first, ...others] = parts
  if (!isAnswer || first?.kind !== 'paragraph') {
    return (
      <>
        <Blocks blocks={parts} />
        {answer !== undefined && <Particulars answer={answer} />}
      </>
    )
  }
  const [answerItself, rest] = lead(first.text)
  return (
    <>
      <p class="lead">{inline(answerItself.replace(/\*\*/g, ''))}</p>
      {rest !== '' && <p>{inline(rest)}</p>}
      <Blocks blocks={others} />
      <Particulars answer={answer} />
    </>
  )
}

function Particulars({ answer }: { answer: AnswerParts }) {
  const { t } = useView()
  const { links = [], sources = [] } = answer
  return (
    <>
      {links.length > 0 && (
        <ul class="links" role="list" aria-label={t('links')}>
          {links.map(({ label, url }) => (
            <li>
              <SafeLink href={url}>{label}</SafeLink>
            </li>
          ))}
        </ul>
      )}
      {sources.some(({ confirmed }) => !confirmed) && (
        <p class="chip warn">
          <AlertIcon />
          <span>{t('unconfirmed')}</span>
        </p>
      )}
      {answer.handler !== undefined && <HandlerLine handler={answer.handler} />}
      {sources.length > 0 && <Sources sources={sources} />}
    </>
  )
}

function HandlerLine({ handler: { agenda, place, hours, footer } }: { handler: Handler }) {
  const { t } = useView()
  const who = footer || [agenda && t('handler', { agenda }), place].filter(Boolean).join(', ')
  return (
    <div class="handler">
      <span class="avatar" aria-hidden="true">
        <PersonIcon />
      </span>
      <div>
        <p>{who}</p>
        {hours && <p class="soft">{hours}</p>}
      </div>
    </div>
  )
}

/** How many sources stand in sight; the rest is there for who wants to know. */
const inSight = 2

function Sources({ sources }: { sources: readonly Source[] }) {
  const { t } = useView()
  const rest = sources.slice(inSight).map((source) => <SourceLine source={source} />)
  return (
    <div class="sources">
      {sources.slice(0, inSight).map((source, index) => (
        <SourceLine source={source} label={index === 0 ? `${t('legal')}: ` : ''} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary>{t('moreSources', { n: rest.length })}</summary>
          {rest}
        </details>
      )}
    </div>
  )
}

function SourceLine({ source, label = '' }: { source: Source; label?: string }) {
  const { t, state } = useView()
  const law = [source.statute, source.paragraph].filter(Boolean).join(', ')
  const checked = date(source.checked ?? '', state.language)
  return (
    <p>
      {label}
      <span lang="cs">{source.url ? <SafeLink href={source.url}>{law}</SafeLink> : law}</span>
      {checked !== '' && source.confirmed && ` · ${t('checked', { date: checked })}`}
    </p>
  )
}
