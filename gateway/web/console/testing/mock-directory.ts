import { COLUMNS, type Agenda, type Away, type Cells, type Import, type Offer, type Person } from '../api/directory-api'
import type { Clerk, HandedOn, Item } from '../api/contract'
import { json, problem, type Body } from './answers'
import { rightsOf } from './mock-account'
import { AGENDAS } from './office'

const PLACES = ['přízemí, přepážka 4', 'přízemí, dveře 12', ''] as const

/** What the mock gateway knows of the office's people and offers to clerks. */
export class MockDirectory {
  people: Person[] = people()
  /** Conversations offered to whoever asks, each with the seconds it still holds. */
  readonly offers = new Map<string, number>()
  /** Which colleague means the clerk with an offer, and what they say. */
  readonly meant = new Map<string, HandedOn>()
  /** What the next file comes to. */
  outcome: Omit<Import, 'written'> = {
    added: 1,
    changed: 1,
    same: 2,
    people: [
      { 'sign-in': 'petr', name: 'Petr Malý', added: false, columns: ['room', 'phone'] },
      { 'sign-in': 'zora', name: 'Zora Nová', added: true, columns: ['name', 'room'] },
    ],
    faults: [],
  }

  answer(me: Clerk, method: string, path: string, body: Body): Response | undefined {
    if (path === 'directory') {
      return json({ people: this.people, agendas: agendas(), languages: ['cs', 'en', 'uk', 'de'] })
    }
    if (!path.startsWith('directory/')) return undefined
    const keeps = rightsOf(me.role).includes('keep-directory')
    const [, id, part] = /^directory\/people\/([^/]+)\/?(.*)$/.exec(path) ?? []
    const at = this.people.findIndex((person) => person.id === id)
    if (!keeps && this.people[at]?.['sign-in'] !== me.signIn) return problem(403)
    if (path === 'directory/import') return json({ ...this.outcome, written: body['dryRun'] === false } satisfies Import)
    if (path === 'directory/people') return this.add(body as unknown as Cells)
    if (part === 'absence') return json(this.away(at, body as unknown as Away))
    if (part === 'photograph') return json(this.put(at, { photograph: body['jpeg'] === '' ? '' : 'nova' }))
    return method === 'PUT' ? this.change(at, body as unknown as Cells & { readonly version: number }) : problem(404)
  }

  offered(items: readonly Item[]): Response {
    const found = [...this.offers].flatMap(([id, secondsLeft]) =>
      items.filter(({ conversation, state }) => conversation === id && state === 'waiting').map((item): Offer => {
        const handedOn = this.meant.get(id)
        return { ...item, secondsLeft, ...(handedOn && { handedOn }) }
      }),
    )
    return json({ items: found })
  }

  pass(path: string): Response {
    const [, id = ''] = /^offers\/([^/]+)\/pass$/.exec(path) ?? []
    return this.offers.delete(id) ? new Response(null, { status: 204 }) : problem(404)
  }

  private add(cells: Cells): Response {
    if (this.people.some((person) => person['sign-in'] === cells['sign-in'])) return problem(409)
    const added = person(`p${this.people.length + 1}`, cells)
    this.people = [...this.people, added]
    return json(added, 201)
  }

  private change(at: number, { version, ...cells }: Cells & { readonly version: number }): Response {
    if (this.people[at]?.version !== version) return problem(409)
    if (cells.hours !== '' && !/\d/.test(cells.hours)) {
      return problem(400, { faults: [{ column: 'hours', problem: 'is not of the form "po 8:00-17:00; st 8:00-12:00"' }] })
    }
    return json(this.put(at, cells))
  }

  private away(at: number, { from, until, deputy }: Away): Person {
    if (until === '') {
      const before = this.people[at]!
      const kept = before.absences.split(' ').filter((span) => from && !span.startsWith(from.replace('T00:00', '')))
      const { awayUntil, ...here } = { ...before, absences: kept.join(' ') }
      this.people[at] = from && awayUntil ? { ...here, awayUntil } : here
      return this.people[at]
    }
    return this.put(at, { absences: `${from || '2026-11-29T08:00'}/${until}`, deputy, ...(!from && { awayUntil: until }) })
  }

  private put(at: number, part: Partial<Person>): Person {
    const before = this.people[at]!
    const after = { ...before, ...part, version: before.version + 1 }
    this.people = this.people.with(at, after)
    return after
  }
}

function agendas(): Agenda[] {
  return AGENDAS.map(({ id, name }, at) => ({
    id,
    name,
    place: PLACES[at] ?? '',
    supervised: id === 'matrika',
    promisedMinutes: 120,
    ...(id === 'doklady' && { onDuty: 'jana' }),
  }))
}

function people(): Person[] {
  return [
    {
      ...person('p1', {
        'sign-in': 'jana',
        name: 'Jana Nová',
        agendas: 'doklady poplatky',
        room: 'přepážka 4',
        phone: '+420 000 000 004',
        languages: 'cs uk',
        hours: 'po 08:00-12:00, 13:00-17:00; st 08:00-17:00',
        deputy: 'petr',
        absences: '2026-12-21/2026-12-23 2027-01-04T13:00/2027-01-04T15:00',
      }),
      photograph: 'jana',
      here: true,
      load: 2,
    },
    person('p2', { 'sign-in': 'petr', name: 'Petr Malý', agendas: 'doklady', room: 'přepážka 2', phone: '+420 000 000 002' }),
    {
      ...person('p3', { 'sign-in': 'eva', name: 'Eva Dvořáková', agendas: 'matrika', deputy: 'jana', public: 'no', absences: '2026-11-28/2026-11-30' }),
      awayUntil: '2026-12-01T00:00',
    },
    person('p4', { 'sign-in': 'bohumil', name: 'Bohumil Nepomuk Dlouhoveský-Novotný', capacity: '3' }),
  ]
}

function person(id: string, cells: Partial<Cells>): Person {
  const empty = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as unknown as Cells
  return { ...empty, languages: 'cs', capacity: '5', public: 'yes', ...cells, id, version: 1, photograph: '', here: false, load: 0 }
}
