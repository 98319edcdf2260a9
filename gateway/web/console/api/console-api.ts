import { call, isRecord, Problem } from '../../shared/api'
import type {
  Clerk,
  Desk,
  DraftKind,
  Id,
  Item,
  NewClerk,
  Presence,
  QueuePage,
  Session,
  Transcript,
  Transfer,
  View,
} from './contract'

export const ROOT = '/api/console'

/** Where changes of conversations are told as server-sent events. */
export const EVENTS = `${ROOT}/events`

/** One message of a clerk; the client id makes sending it again harmless. */
export interface Written {
  readonly clientId: string
  readonly text: string
}

/** Everything the console asks of the gateway. A refusal is a `Problem`, silence is `Unreachable`. */
export const consoleApi = {
  session: () => call<Session>(`${ROOT}/session`),
  signIn: (name: string, password: string) => change<Session>('/session', { name, password }),
  signOut: () => change<void>('/session', {}, 'DELETE'),

  queue: (view: View, agenda: string, after: string) =>
    call<QueuePage>(`${ROOT}/queue?${parameters({ view, agenda, after })}`),

  conversation: (id: string) => call<Transcript>(ROOT + path(id)),
  claim: (id: string) => change<Item>(path(id, '/claim')),
  reply: (id: string, message: Written) => change<void>(path(id, '/reply'), message),
  note: (id: string, message: Written) => change<void>(path(id, '/note'), message),
  close: (id: string) => change<Item>(path(id, '/close')),
  giveBack: (id: string) => change<Item>(path(id, '/give-back')),
  transfer: (id: string, transfer: Transfer) => change<Item>(path(id, '/transfer'), transfer),

  presence: (presence: Presence, signal: AbortSignal) => change<void>('/presence', presence, 'POST', signal),
  desk: (id: string) => call<Desk>(ROOT + path(id, '/desk')),
  draft: (id: string, kind: DraftKind, text: string) => change<void>(path(id, '/draft'), { kind, text }, 'PUT'),

  clerks: () => call<{ readonly clerks: readonly Clerk[] }>(`${ROOT}/clerks`),
  addClerk: (clerk: NewClerk) => change<unknown>('/clerks', clerk),
  setPassword: (id: Id, password: string) =>
    change<void>(`/clerks/${encodeURIComponent(id)}/password`, { password }),
}

/** A request that changes something carries the console's own header, which no foreign page can send. */
export function change<T>(
  resource: string,
  body: object = {},
  method: 'POST' | 'PUT' | 'DELETE' = 'POST',
  signal?: AbortSignal,
): Promise<T> {
  return call<T>(ROOT + resource, { method, body, headers: { 'X-Okenko-Console': '1' }, ...(signal && { signal }) })
}

export function path(conversation: string, action = ''): string {
  return `/conversations/${encodeURIComponent(conversation)}${action}`
}

/** The query of an address, leaving out what is empty. */
function parameters(values: Readonly<Record<string, string>>): string {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString()
}

/** The status of a refusal; 0 when nobody answered. */
export function statusOf(fault: unknown): number {
  return fault instanceof Problem ? fault.status : 0
}

/** Who holds the conversation, as a refused claim tells it. */
export function holderOf(fault: unknown): string | undefined {
  const clerk = fault instanceof Problem ? fault.body['clerk'] : undefined
  return isRecord(clerk) && typeof clerk['name'] === 'string' ? clerk['name'] : undefined
}
