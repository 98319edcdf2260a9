import { call, problemOf, reach } from '../../shared/api'
import { change, path, ROOT } from './console-api'
import type { Id, State, Submission } from './contract'

/** A conversation of the same citizen, on whichever of their channels. */
export interface Matter {
  readonly conversation: Id
  readonly channel: string
  readonly subject?: string
  readonly at: string
  readonly state: State
  readonly rating?: number
}

/** A formal submission and the last day the office has for it. */
export interface Clock {
  readonly conversation: Id
  readonly submission: Submission
  readonly submittedAt: string
  readonly until: string
  /** Negative when it is over. */
  readonly daysLeft: number
  readonly law: string
}

export interface Wording {
  readonly version: number
  readonly text: string
  readonly name: string
  readonly at: string
}

export interface CitizenNote extends Wording {
  readonly id: Id
  /** Id of the clerk who wrote it first. */
  readonly author: Id
  readonly earlier: readonly Wording[]
}

export interface Consent {
  readonly id: Id
  readonly purpose: 'contact' | 'answer-by-mail' | 'hand-on'
  /** The institution their matter may go to. */
  readonly recipient?: string
  /** By which message it was given; absent when by a button. */
  readonly message?: Id
  readonly given: string
  readonly withdrawn?: string
}

export interface Person {
  readonly history: readonly Matter[]
  readonly contacts: readonly string[]
  readonly clocks: readonly Clock[]
  readonly notes: readonly CitizenNote[]
  readonly consents: readonly Consent[]
  readonly erased?: { readonly at: string; readonly reason: Reason }
}

export const ERASE_REASONS = ['request', 'needless', 'unlawful', 'mistake'] as const
export type Reason = (typeof ERASE_REASONS)[number]

/** What would be erased. */
export interface Prospect {
  readonly conversations: number
  readonly messages: number
  readonly files: number
  readonly upTo: string
  /** A submission the law keeps. */
  readonly held?: Pick<Clock, 'conversation' | 'submission' | 'until' | 'law'>
}

/** What the console asks about the citizen of a conversation. */
export const personApi = {
  person: (id: string) => call<Person>(ROOT + path(id, '/person')),
  note: (id: string, text: string) => change<Person>(path(id, '/person/notes'), { text }),
  reword: (note: Id, version: number, text: string) => change<void>(one('citizen-notes', note), { version, text }, 'PUT'),
  deleteNote: (note: Id, version: number) => change<void>(one('citizen-notes', note), { version }, 'DELETE'),
  withdraw: (consent: Id) => change<void>(one('consents', consent) + '/withdraw'),
  prospect: (id: string) => call<Prospect>(ROOT + path(id, '/person/erasure')),
  erase: (id: string, reason: Reason, upTo: string) =>
    change<{ readonly conversations: number }>(path(id, '/person/erasure'), { reason, upTo }),
  /** A file with all that is known. */
  export: async (id: string): Promise<Blob> => {
    const response = await reach(ROOT + path(id, '/person/export'), { credentials: 'same-origin', cache: 'no-store' })
    if (!response.ok) throw await problemOf(response)
    return response.blob()
  },
}

function one(kind: string, id: Id): string {
  return `/${kind}/${encodeURIComponent(id)}`
}
