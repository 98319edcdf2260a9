import { call } from '../../shared/api'
import { change, path, ROOT, statusOf, type Written } from './console-api'
import type { Id, Item } from './contract'

/** What the bot would have said to the citizen's last words. */
export interface Suggestion {
  /** Markdown, as it would go out. */
  readonly text: string
  readonly slug: string
  readonly title: string
  readonly confidence: number
  /** The office wants a clerk to approve such answers, and this one waits for it. */
  readonly supervised: boolean
}

export interface CannedReply {
  readonly id: Id
  /** Empty for one that belongs to all agendas. */
  readonly agenda: string
  readonly shortcut: string
  readonly text: string
}

/** A canned reply as a clerk writes it, with {variables}. */
export type NewReply = Omit<CannedReply, 'id'>

export interface CannedReplies {
  readonly replies: readonly CannedReply[]
  /** What may stand in braces. */
  readonly variables: readonly string[]
}

export const ASPECTS = ['answer', 'fee', 'documents', 'where', 'when', 'how-long', 'how', 'who', 'form', 'appeal'] as const

/** One fact of an article. */
export interface Part {
  readonly aspect: (typeof ASPECTS)[number]
  readonly text: string
}

export interface FoundArticle {
  readonly slug: string
  readonly title: string
  readonly url: string
  readonly parts: readonly Part[]
}

export const LONGEST_SHORTCUT = 32

/** What helps a clerk to write. A gateway that does not know one of these questions has no such help to give. */
export const aidsApi = {
  suggestion: (id: string) => orNone(call<Suggestion | undefined>(ROOT + path(id, '/suggestion'))),
  approve: (id: string, message: Written) => change<void>(path(id, '/approve'), message),
  cannedIn: (id: string) => orNone(call<Pick<CannedReplies, 'replies'>>(ROOT + path(id, '/canned'))),

  canned: () => call<CannedReplies>(`${ROOT}/canned`),
  addCanned: (reply: NewReply) => change<CannedReply>('/canned', reply),
  changeCanned: (id: Id, reply: NewReply) => change<CannedReply>(canned(id), reply, 'PUT'),
  removeCanned: (id: Id) => change<void>(canned(id), {}, 'DELETE'),

  articles: (q: string, language: string) =>
    orNone(call<{ readonly articles: readonly FoundArticle[] }>(`${ROOT}/insert?${new URLSearchParams({ q, language })}`)),

  waiting: () => listed('waiting'),
  /** Conversations a clerk may want to go to: their own, and those that wait. */
  open: async () => (await Promise.all([listed('mine'), listed('waiting')])).flat(),
}

/** The first page of a list. */
async function listed(view: 'mine' | 'waiting'): Promise<readonly Item[]> {
  return (await call<{ readonly items: readonly Item[] }>(`${ROOT}/queue?view=${view}`)).items
}

function canned(id: Id): string {
  return `/canned/${encodeURIComponent(id)}`
}

/** The answer; null when there is nothing, or nobody who knows the question. */
async function orNone<T>(answer: Promise<T | undefined>): Promise<T | null> {
  try {
    return (await answer) ?? null
  } catch (fault) {
    if (statusOf(fault) === 404) return null
    throw fault
  }
}
