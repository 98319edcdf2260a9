import { useState } from 'preact/hooks'
import type { Directory, Person } from '../api/directory-api'
import { Chip } from '../parts/chip/chip'
import { useTexts } from '../texts/texts'
import { beginning, momentInWords, spanInWords, words } from './spans'

interface PersonCardProps {
  readonly person: Person
  readonly directory: Directory
  /** Whether the reader may change everybody. */
  readonly keeps: boolean
  readonly own: boolean
  readonly onAsk: (kind: 'edit' | 'away' | 'photograph') => void
  /** Is here now (empty), or when a planned absence would begin. */
  readonly onPresent: (from: string) => void
}

/** One of the office: face, what they handle, where they are, and what may be changed. */
export function PersonCard({ person, directory, keeps, own, onAsk, onPresent }: PersonCardProps) {
  const texts = useTexts()
  const say = texts.directory
  const { name } = person
  const button = (label: string, named: string, onClick: () => void) => (
    <button type="button" class="button" aria-label={named} onClick={onClick}>
      {label}
    </button>
  )
  return (
    <li class="card person" data-person={person['sign-in']} data-away={person.awayUntil !== undefined}>
      <Face person={person} />
      <div class="person-words">
        <h4>{name}</h4>
        <p class="person-chips">
          <Standing person={person} />
          <Chip>{say.load(person.load, person.capacity)}</Chip>
          {person.public === 'no' ? <Chip>{say.hidden}</Chip> : null}
        </p>
        <p>{agendaNames(person, directory) || say.noAgendas}</p>
        <Facts person={person} directory={directory} />
        <Planned person={person} {...((keeps || own) && { onPresent })} />
      </div>
      {keeps || own ? (
        <div class="person-buttons">
          {keeps ? button(say.edit, say.editOf(name), () => onAsk('edit')) : null}
          {person.awayUntil
            ? button(say.back, say.backOf(name), () => onPresent(''))
            : button(say.away, say.awayOf(name), () => onAsk('away'))}
          {button(say.photograph, say.photographOf(name), () => onAsk('photograph'))}
        </div>
      ) : null}
    </li>
  )
}

function Standing({ person }: { person: Person }) {
  const texts = useTexts()
  if (person.awayUntil) {
    return <Chip tone="warn">{texts.directory.awayUntil(momentInWords(person.awayUntil, texts))}</Chip>
  }
  return person.here ? <Chip tone="action">{texts.directory.here}</Chip> : <Chip>{texts.directory.notHere}</Chip>
}

function Facts({ person, directory }: { person: Person; directory: Directory }) {
  const texts = useTexts()
  const { columns } = texts.directory
  const spoken = words(person.languages).map((code) => texts.languages[code] ?? code)
  const deputy = directory.people.find((other) => person.deputy !== '' && other['sign-in'] === person.deputy)
  const facts = [
    [columns.room, person.room],
    [columns.phone, person.phone],
    [columns.languages, spoken.join(', ')],
    [columns.hours, person.hours],
    [columns.deputy, deputy?.name ?? person.deputy],
  ] as const
  return (
    <dl class="person-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** When the person is or will be away, each to be taken back by who may. */
function Planned({ person, onPresent }: { person: Person; onPresent?: (from: string) => void }) {
  const texts = useTexts()
  const say = texts.directory
  const spans = words(person.absences)
  return spans.length === 0 ? null : (
    <section class="person-facts person-planned">
      <h5>{say.columns.absences}</h5>
      <ul role="list">
        {spans.map((span) => (
          <li key={span}>
            {spanInWords(span, texts)}
            {onPresent ? (
              <button
                type="button"
                class="button button-quiet"
                aria-label={say.plannedDropOf(spanInWords(span, texts), person.name)}
                onClick={() => onPresent(beginning(span))}
              >
                {say.plannedDrop}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The photograph, or the first letters where there is none or it does not load. */
function Face({ person: { name, photograph } }: { person: Person }) {
  const [broken, setBroken] = useState('')
  if (photograph === '' || photograph === broken) {
    const letters = name.split(/\s+/).map((word) => [...word][0] ?? '')
    return (
      <span class="face" aria-hidden="true">
        {letters.slice(0, 2).join('').toUpperCase()}
      </span>
    )
  }
  return <img class="face" src={`/urad/foto/${photograph}.jpg`} alt="" width="72" height="72" onError={() => setBroken(photograph)} />
}

function agendaNames(person: Person, { agendas }: Directory): string {
  return words(person.agendas)
    .map((id) => agendas.find((agenda) => agenda.id === id)?.name ?? id)
    .join(', ')
}
