import { call, isRecord, Problem } from '../../shared/api'
import type {
  ArticleTitle,
  BulkAction,
  BulkResult,
  Account,
  AuditFilter,
  AuditPage,
  Clerk,
  ClerkChange,
  Desk,
  Dispatch,
  DraftKind,
  Filter,
  GapPage,
  Hits,
  Hook,
  HookWish,
  Id,
  Integration,
  Item,
  NewClerk,
  NewHook,
  Outcome,
  Presence,
  QueuePage,
  SavedView,
  Right,
  Secret,
  Session,
  Transcript,
} from './contract'

export const ROOT = '/api/console'

interface Views {
  readonly views: readonly SavedView[]
}

/** Where somebody signs in with an account of the office; a page, not a call. */
export const OUTSIDE = `${ROOT}/oidc`

/** Where changes of conversations are told as server-sent events. */
export const EVENTS = `${ROOT}/events`

/** One message of a clerk; the client id makes sending it again harmless. */
export interface Written {
  readonly clientId: string
  readonly text: string
  /** Ids of files in one's draft that go along. */
  readonly files?: readonly Id[]
  /** What was written, when `text` is a translation of it. */
  readonly original?: string
}

/** Everything the console asks of the gateway. A refusal is a `Problem`, silence is `Unreachable`. */
export const consoleApi = {
  session: () => call<Session>(`${ROOT}/session`),
  signIn: (name: string, password: string, code: string) => change<Session>('/session', { name, password, code }),
  /** Where to go on, when the clerk came in with an account of the office. */
  signOut: () => change<{ readonly goOn: string } | undefined>('/session', {}, 'DELETE'),
  waysIn: () => call<{ readonly outside?: string }>(`${ROOT}/sign-in`),

  queue: (filter: Filter, after: string) =>
    call<QueuePage>(`${ROOT}/queue?${parameters({ ...filter, after })}`),
  search: (q: string, after: string) => call<Hits>(`${ROOT}/search?${parameters({ q, after })}`),
  /** Where the matter of a citizen's code is now. */
  byCode: (code: string) => change<{ readonly conversation: Id }>('/code', { code }),
  bulk: (conversations: readonly string[], action: BulkAction) =>
    change<{ readonly results: readonly BulkResult[] }>('/bulk', { ...action, conversations }),

  views: () => call<Views>(`${ROOT}/views`),
  keepView: (view: SavedView) => change<Views>('/views', view, 'PUT'),
  dropView: (name: string) => change<void>('/views', { name }, 'DELETE'),

  /** Articles that come near some words, best first. */
  titles: (q: string) =>
    call<{ readonly candidates: readonly ArticleTitle[] }>(`/api/answer?${parameters({ q, lang: 'cs' })}`),

  conversation: (id: string) => call<Transcript>(ROOT + path(id)),
  claim: (id: string) => change<Item>(path(id, '/claim')),
  reply: (id: string, message: Written) => change<void>(path(id, '/reply'), message),
  note: (id: string, message: Written) => change<void>(path(id, '/note'), message),
  close: (id: string, outcome: Outcome) => change<Item>(path(id, '/close'), outcome),
  snooze: (id: string, until: string) => change<Item>(path(id, '/snooze'), { until }),
  read: (id: string) => change<void>(path(id, '/read')),
  giveBack: (id: string) => change<Item>(path(id, '/give-back')),

  presence: (presence: Presence, signal: AbortSignal) => change<void>('/presence', presence, 'POST', signal),
  desk: (id: string) => call<Desk>(ROOT + path(id, '/desk')),
  draft: (id: string, kind: DraftKind, text: string) => change<void>(path(id, '/draft'), { kind, text }, 'PUT'),

  clerks: () => call<{ readonly clerks: readonly Clerk[] }>(`${ROOT}/clerks`),
  addClerk: (clerk: NewClerk) => change<unknown>('/clerks', clerk),
  changeClerk: (id: Id, changed: ClerkChange) => change<Clerk>(clerk(id), changed, 'PUT'),
  setPassword: (id: Id, password: string, yourPassword: string) =>
    change<void>(clerk(id, '/password'), { password, yourPassword }),
  resetSecondFactor: (id: Id, yourPassword: string) => change<void>(clerk(id, '/second-factor'), { yourPassword }, 'DELETE'),

  account: () => call<Account>(`${ROOT}/account`),
  changeOwnPassword: (yourPassword: string, password: string) =>
    change<void>('/account/password', { yourPassword, password }, 'PUT'),
  beginSecondFactor: (yourPassword: string) => change<Secret>('/account/second-factor', { yourPassword }),
  confirmSecondFactor: (code: string) =>
    change<{ readonly recoveryCodes: readonly string[] }>('/account/second-factor', { code }, 'PUT'),
  switchOffSecondFactor: (yourPassword: string) => change<void>('/account/second-factor', { yourPassword }, 'DELETE'),

  audit: (filter: AuditFilter, after: string) => call<AuditPage>(`${ROOT}/audit?${parameters({ ...filter, after })}`),
  gaps: (after: string) => call<GapPage>(`${ROOT}/gaps?${parameters({ after })}`),
  integrations: () => call<{ readonly integrations: readonly Integration[] }>(`${ROOT}/integrations`),
  addIntegration: (name: string, rights: readonly Right[], days: number) =>
    change<{ readonly token: string }>('/integrations', { name, rights, days }),
  revokeIntegration: (id: Id) => change<void>(`/integrations/${encodeURIComponent(id)}`, {}, 'DELETE'),

  hooks: () => call<{ readonly hooks: readonly Hook[] }>(`${ROOT}/hooks`),
  addHook: (wish: HookWish) => change<NewHook>('/hooks', wish),
  changeHook: (id: Id, wish: HookWish) => change<Hook>(hook(id), wish, 'PUT'),
  removeHook: (id: Id) => change<void>(hook(id), {}, 'DELETE'),
  rollHookSecret: (id: Id) => change<NewHook>(hook(id, '/secret')),
  testHook: (id: Id) => change<void>(hook(id, '/test')),
  dispatches: (id: Id) => call<{ readonly dispatches: readonly Dispatch[] }>(ROOT + hook(id, '/dispatches')),
  sendAgain: (id: Id, dispatch: Id) => change<void>(hook(id, `/dispatches/${encodeURIComponent(dispatch)}`)),
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

function clerk(id: Id, action = ''): string {
  return `/clerks/${encodeURIComponent(id)}${action}`
}

function hook(id: Id, action = ''): string {
  return `/hooks/${encodeURIComponent(id)}${action}`
}

export function path(conversation: string, action = ''): string {
  return `/conversations/${encodeURIComponent(conversation)}${action}`
}

/** The query of an address, leaving out what is empty. */
function parameters(values: Readonly<Record<string, string | boolean>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== '' && value !== false)
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
}

/** The status of a refusal; 0 when nobody answered. */
export function statusOf(fault: unknown): number {
  return fault instanceof Problem ? fault.status : 0
}

/** What the gateway says about the code of a second factor. */
export function codeFault(fault: unknown): 'missing' | 'wrong' | undefined {
  const code = fault instanceof Problem ? fault.body['code'] : undefined
  return code === 'missing' || code === 'wrong' ? code : undefined
}

/** What the gateway says about the address of a hook. */
export function hookFault(fault: unknown): string | undefined {
  const code = fault instanceof Problem ? fault.body['url'] : undefined
  return typeof code === 'string' ? code : undefined
}

/** Whether the gateway did not take the clerk's own password. */
export function isUnconfirmed(fault: unknown): boolean {
  return fault instanceof Problem && fault.body['confirm'] === 'password'
}

/** Who holds the conversation, as a refused claim tells it. */
export function holderOf(fault: unknown): string | undefined {
  const clerk = fault instanceof Problem ? fault.body['clerk'] : undefined
  return isRecord(clerk) && typeof clerk['name'] === 'string' ? clerk['name'] : undefined
}
