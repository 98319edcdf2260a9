import { Link } from 'wouter-preact'
import { sameId, type Item } from '../api/contract'
import { Chip } from '../parts/chip/chip'
import { useSession } from '../session/session'
import { useTexts } from '../texts/texts'
import { lasted, when, whenExactly } from '../texts/times'
import type { Row } from './steady'

interface QueueRowProps {
  readonly row: Row
  readonly open: boolean
  readonly now: number
  readonly selected: boolean
  readonly onSelect: (selected: boolean) => void
}

/** One conversation in the queue: who, what, how long, and whether it is selected. */
export function QueueRow({ row: { item, gone }, open, now, selected, onSelect }: QueueRowProps) {
  const texts = useTexts()
  return (
    <li
      class="queue-row"
      data-conversation={item.conversation}
      data-state={item.state}
      data-gone={gone}
      data-unread={item.unread === true}
    >
      <label class="check queue-select">
        <span class="unseen">{texts.bulk.select(item.citizen, item.preview)}</span>
        <input type="checkbox" checked={selected} onChange={(event) => onSelect(event.currentTarget.checked)} />
      </label>
      <Link
        class="queue-link"
        href={`/konverzace/${encodeURIComponent(item.conversation)}`}
        aria-current={open ? 'page' : undefined}
      >
        <span class="queue-who">{item.citizen}</span>
        <time class="queue-when" dateTime={item.since}>
          {when(item.since, now, texts)}
        </time>
        <span class="queue-preview" lang={item.language}>
          {item.preview}
        </span>
        <span class="queue-chips">
          {item.unread ? <Chip tone="action">{texts.queue.unread}</Chip> : null}
          {item.flag === 'emergency' ? <Chip tone="danger">{texts.states.emergency}</Chip> : null}
          {item.flag === 'approval' ? <Chip tone="human">{texts.aids.suggestion.chip}</Chip> : null}
          {item.submission ? <Chip tone="warn">{texts.submission(texts.submissions[item.submission])}</Chip> : null}
          {gone ? <Chip>{texts.queue.gone}</Chip> : <StateChip item={item} now={now} />}
          {item.promisedBy && !gone ? (
            <Chip>{texts.states.promised(whenExactly(item.promisedBy, now, texts))}</Chip>
          ) : null}
          <Chip>{origin(item, texts.channels, texts.languages)}</Chip>
          <Chip>{item.agendaName}</Chip>
          {item.rating ? <Chip>{texts.citizen.rating(item.rating)}</Chip> : null}
        </span>
      </Link>
    </li>
  )
}

/** Whether somebody waits longer than was promised, by the gateway's word or by the clock. */
function overdue(item: Item, now: number): boolean {
  return item.overdue === true || (item.promisedBy !== undefined && Date.parse(item.promisedBy) <= now)
}

/** The state of a conversation in words; the colour only repeats it. */
export function StateChip({ item, now }: { item: Item; now: number }) {
  const texts = useTexts()
  const { clerk: me } = useSession()
  switch (item.state) {
    case 'waiting':
      return overdue(item, now) ? (
        <Chip tone="danger">{texts.states.overdue(lasted(item.since, now, texts))}</Chip>
      ) : (
        <Chip tone="warn">{texts.states.waits(lasted(item.since, now, texts))}</Chip>
      )
    case 'with-clerk':
      if (item.snoozedUntil) {
        return <Chip>{texts.states.snoozed(whenExactly(item.snoozedUntil, now, texts))}</Chip>
      }
      if (sameId(item.clerk?.id, me.id)) return <Chip tone="action">{texts.states.mine}</Chip>
      return <Chip tone="human">{item.clerk ? texts.states.clerk(item.clerk.name) : texts.states.someone}</Chip>
    case 'with-bot':
      return <Chip>{texts.states.bot}</Chip>
    case 'closed':
      return <Chip>{texts.states.closed}</Chip>
  }
}

type Names = Readonly<Record<string, string>>

/** Channel and, when it is not Czech, the language: "web, ukrajinsky". */
export function origin(item: Item, channels: Names, languages: Names): string {
  const channel = channels[item.channel] ?? item.channel
  return item.language === 'cs' ? channel : `${channel}, ${languages[item.language] ?? item.language}`
}
