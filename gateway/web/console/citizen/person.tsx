import { useQuery, useQueryClient } from '@tanstack/preact-query'
import { Link } from 'wouter-preact'
import { sameId, type Item, type State } from '../api/contract'
import { inWords } from '../api/faults'
import { personApi, type Clock, type Matter, type Person } from '../api/person-api'
import { keys } from '../api/queries'
import { Chip } from '../parts/chip/chip'
import { Fault } from '../parts/fault/fault'
import { useNow } from '../parts/hooks'
import { Later } from '../parts/later/later'
import { useSession } from '../session/session'
import { useTexts, type Texts } from '../texts/texts'
import { when, whenExactly } from '../texts/times'
import { Consents } from './consents'
import { Data } from './data'
import { Notes } from './notes'
import './citizen.css'

/** What is known of the citizen over all channels that are proven to be theirs. */
export function PersonCards({ item }: { item: Item }) {
  const texts = useTexts()
  const queries = useQueryClient()
  const { rights } = useSession()
  const id = String(item.conversation)
  const query = useQuery({ queryKey: keys.person(id), queryFn: () => personApi.person(id) })
  const reload = () => {
    void queries.invalidateQueries({ queryKey: keys.conversation(id) })
    void queries.invalidateQueries({ queryKey: keys.queue })
  }
  if (query.isError) {
    return <Fault words={`${texts.person.failed} ${inWords(query.error, texts)}`} onRetry={() => void query.refetch()} />
  }
  if (query.data === undefined) return <p class="soft">{texts.loading}</p>
  const person = query.data
  return (
    <>
      <Erased person={person} />
      {person.clocks.map((clock) => (
        <Deadline key={clock.conversation} clock={clock} />
      ))}
      <Notes conversation={id} notes={person.notes} onChange={reload} />
      <Consents consents={person.consents} onChange={reload} />
      <History matters={person.history} open={id} openState={item.state} />
      {rights.includes('protect-data') ? <Data conversation={id} onErased={reload} /> : null}
    </>
  )
}

function Erased({ person: { erased } }: { person: Person }) {
  const texts = useTexts()
  const now = useNow()
  if (erased === undefined) return null
  return <p class="soft">{texts.person.wasErased(whenExactly(erased.at, now, texts), texts.person.reasons[erased.reason])}</p>
}

/** Words and a chip, so that colour alone says nothing. */
function Deadline({ clock }: { clock: Clock }) {
  const texts = useTexts()
  const { daysLeft } = clock
  return (
    <div class="card deadline">
      <p>{texts.person.clock(texts.submissions[clock.submission], day(clock.until, texts))}</p>
      <p>
        <Chip tone={daysLeft < 5 ? 'danger' : 'human'}>
          {daysLeft < 0 ? texts.person.over(-daysLeft) : texts.person.left(daysLeft)}
        </Chip>
      </p>
      <p class="soft">{clock.law}</p>
    </div>
  )
}

/** A day without an hour is the same in every zone. */
export function day(date: string, texts: Texts): string {
  const [year, month, of] = date.split('-').map(Number)
  return texts.times.year(new Date(year ?? 0, (month ?? 1) - 1, of))
}

const joinButton = async () => (await import('../handing/join-button')).JoinButton

interface HistoryProps {
  readonly matters: readonly Matter[]
  readonly open: string
  readonly openState: State
}

function History({ matters, open, openState }: HistoryProps) {
  const texts = useTexts()
  const now = useNow()
  const others = matters.filter((matter) => !sameId(matter.conversation, open))
  return (
    <section aria-label={texts.citizen.history}>
      <h3 class="citizen-heading">{texts.citizen.history}</h3>
      {others.length === 0 ? <p class="soft">{texts.citizen.firstTime}</p> : null}
      <ul class="citizen-history" role="list">
        {others.map((matter) => (
          <li key={matter.conversation}>
            <Link class="card citizen-earlier" href={`/konverzace/${encodeURIComponent(matter.conversation)}`}>
              <span>{matter.subject ?? texts.citizen.untitled}</span>
              <small>
                {[
                  texts.channels[matter.channel] ?? matter.channel,
                  when(matter.at, now, texts),
                  stateInWords(matter.state, texts),
                  matter.rating && texts.citizen.rating(matter.rating),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </Link>
            {matter.state === 'closed' || openState === 'closed' ? null : (
              <Later
                load={joinButton}
                given={{
                  conversation: open,
                  other: String(matter.conversation),
                  channel: texts.channels[matter.channel] ?? matter.channel,
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateInWords(state: Matter['state'], texts: Texts): string {
  if (state === 'closed') return texts.states.closed
  return state === 'with-bot' ? texts.states.bot : state === 'waiting' ? texts.states.waitsNow : texts.states.someone
}
