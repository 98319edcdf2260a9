import { call, Problem } from '../../shared/api'
import { change, ROOT } from './console-api'
import type { HandedOn, Id, Item } from './contract'

/** What is told about a person, as it is written in the CSV file. */
export const COLUMNS = [
  'sign-in',
  'name',
  'agendas',
  'room',
  'phone',
  'languages',
  'hours',
  'deputy',
  'capacity',
  'public',
  'absences',
] as const

export type Column = (typeof COLUMNS)[number]
export type Cells = Readonly<Record<Column, string>>

export interface Person extends Cells {
  readonly id: Id
  readonly version: number
  /** The name of a picture; empty for none. */
  readonly photograph: string
  /** Whether their console said so a moment ago. */
  readonly here: boolean
  /** How many conversations they hold. */
  readonly load: number
  /** In the office's own time. */
  readonly awayUntil?: string
}

export interface Agenda {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly supervised: boolean
  readonly promisedMinutes: number
  /** The sign-in name of whom citizens are told to turn to now. */
  readonly onDuty?: string
}

export interface Directory {
  readonly people: readonly Person[]
  readonly agendas: readonly Agenda[]
  readonly languages: readonly string[]
}

/** What a file does, or would do. */
export interface Import {
  readonly written: boolean
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly people: readonly {
    readonly 'sign-in': string
    readonly name: string
    readonly added: boolean
    readonly columns: readonly Column[]
  }[]
  readonly faults: readonly { readonly line: number; readonly reason: string }[]
}

/** Times of the office, such as 2026-12-24T08:00; an empty `from` is now. */
export interface Away {
  readonly from: string
  readonly until: string
  readonly deputy: string
}

/** A conversation that is offered to the one who asks before it is offered to others. */
export interface Offer extends Item {
  readonly secondsLeft: number
  /** A colleague means this clerk with it. */
  readonly handedOn?: HandedOn
}

/** The gateway takes no larger picture, in characters of Base64, and no larger file. */
export const LARGEST = 60_000

export const directoryApi = {
  directory: () => call<Directory>(`${ROOT}/directory`),
  add: (cells: Cells) => change<Person>('/directory/people', cells),
  change: (id: Id, version: number, cells: Cells) => change<Person>(person(id), { ...cells, version }, 'PUT'),
  away: (id: Id, away: Away) => change<Person>(person(id, '/absence'), away, 'PUT'),
  /** Here now, or when a planned absence would begin. */
  present: (id: Id, from: string) => change<Person>(person(id, '/absence'), { from, until: '' }, 'PUT'),
  photograph: (id: Id, jpeg: string) => change<Person>(person(id, '/photograph'), { jpeg }, 'PUT'),
  take: (csv: string, dryRun: boolean) => change<Import>('/directory/import', { csv, dryRun }),

  offers: () => call<{ readonly items: readonly Offer[] }>(`${ROOT}/offers`),
  pass: (conversation: Id) => change<void>(`/offers/${encodeURIComponent(conversation)}/pass`),
}

/** Where a browser saves the whole directory from. */
export const TABLE = `${ROOT}/directory/people.csv`

function person(id: Id, part = ''): string {
  return `/directory/people/${encodeURIComponent(id)}${part}`
}

/** What the gateway found wrong with cells, by their columns. */
export function cellFaults(fault: unknown): Partial<Record<Column, string>> {
  const faults = fault instanceof Problem ? fault.body['faults'] : undefined
  if (!Array.isArray(faults)) return {}
  return Object.fromEntries(
    (faults as readonly { readonly column: Column; readonly problem: string }[]).map(({ column, problem }) => [column, problem]),
  )
}
