import { useQuery } from '@tanstack/preact-query'
import { useId } from 'preact/hooks'
import { consoleApi } from '../api/console-api'
import type { Agenda, Directory } from '../api/directory-api'
import { EVERYTHING } from '../api/filters'
import { keys } from '../api/queries'
import { Chip } from '../parts/chip/chip'
import { Cell } from '../parts/table/table'
import { useTexts } from '../texts/texts'
import { words } from './spans'

/** Each agenda with its place, its queue, its people and who answers for it today. */
export function AgendaTable({ directory }: { directory: Directory }) {
  const texts = useTexts()
  const say = texts.directory
  const heading = useId()
  // Below the queue: what changes there changes the numbers here.
  const counts = useQuery({ queryKey: [...keys.queue, 'counts'], queryFn: () => consoleApi.queue(EVERYTHING, '') })
  const waiting = new Map(counts.data?.agendas.map((agenda) => [agenda.id, agenda.waiting]))
  return (
    <section aria-labelledby={heading}>
      <div class="directory-part">
        <h3 id={heading}>{say.agendas}</h3>
        <p class="soft">{say.agendasText}</p>
      </div>
      <table class="folding" role="table" aria-labelledby={heading}>
        <thead role="rowgroup">
          <tr role="row">
            {[texts.queue.agenda, say.place, say.who, say.onDuty, say.waiting, say.promised].map((name) => (
              <th key={name} scope="col" role="columnheader">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {directory.agendas.map((agenda) => {
            const own = directory.people.filter((person) => words(person.agendas).includes(agenda.id))
            return (
              <tr key={agenda.id} role="row" data-agenda={agenda.id}>
                <th scope="row" role="rowheader">
                  {agenda.name} {agenda.supervised ? <Chip>{say.supervised}</Chip> : null}
                </th>
                <Cell label={say.place}>{agenda.place || '–'}</Cell>
                <Cell label={say.who}>{own.map(({ name }) => name).join(', ') || say.everybody}</Cell>
                <Cell label={say.onDuty}>{onDuty(agenda, directory, own.length > 0 ? say.nobodyOnDuty : say.everybody)}</Cell>
                <Cell label={say.waiting}>{String(waiting.get(agenda.id) ?? 0)}</Cell>
                <Cell label={say.promised}>{say.promisedHours(hours(agenda.promisedMinutes))}</Cell>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function onDuty(agenda: Agenda, { people }: Directory, nobody: string): string {
  return people.find((person) => person['sign-in'] === agenda.onDuty)?.name ?? nobody
}

function hours(minutes: number): string {
  return (minutes / 60).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })
}
