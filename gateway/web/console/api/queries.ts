import { MutationCache, QueryCache, QueryClient } from '@tanstack/preact-query'
import { statusOf } from './console-api'
import type { Filter, Id } from './contract'

/** A cache of what the gateway said; `onFault` hears of every failure, wherever it shows first. */
export function newQueryClient(onFault: (fault: unknown) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: onFault }),
    mutationCache: new MutationCache({ onError: onFault }),
    defaultOptions: {
      // Events say when to load anew; a request only repeats itself when the gateway could not answer.
      queries: { networkMode: 'always', staleTime: 30_000, retry: worthRepeating },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

function worthRepeating(count: number, fault: unknown): boolean {
  const status = statusOf(fault)
  return count < 1 && (status === 0 || status >= 500)
}

export const keys = {
  queue: ['queue'] as const,
  agendas: ['agendas'] as const,
  queueOf: (filter: Filter) => ['queue', filter] as const,
  search: (words: string) => ['search', words] as const,
  views: ['views'] as const,
  titles: (words: string) => ['titles', words] as const,
  conversation: (id: string) => ['conversation', id] as const,
  /** Below the conversation: what is told of one is loaded for both. */
  desk: (id: string) => ['conversation', id, 'desk'] as const,
  translations: (id: string) => ['translations', id] as const,
  /** Files of the clerk's draft, which no event tells of. */
  files: (id: string) => ['draft-files', id] as const,
  person: (id: string) => ['conversation', id, 'person'] as const,
  colleagues: (id: string) => ['colleagues', id] as const,
  blocks: ['blocks'] as const,
  institutions: ['institutions'] as const,
  clerks: ['clerks'] as const,
  canned: ['canned'] as const,
  cannedIn: (id: string) => ['canned', id] as const,
  /** No part of the conversation: it is asked for once, however often that is loaded anew. */
  suggestion: (id: string, citizenLine: number, flag: string) => ['suggestion', id, citizenLine, flag] as const,
  articles: (words: string, language: string) => ['articles', words, language] as const,
  open: ['open'] as const,
  waiting: ['waiting'] as const,
  offers: ['offers'] as const,
  directory: ['directory'] as const,
  account: ['account'] as const,
  gaps: ['gaps'] as const,
  auditOf: (filter: object) => ['audit', filter] as const,
  integrations: ['integrations'] as const,
  hooks: ['hooks'] as const,
  dispatchesOf: (hook: Id) => ['dispatches', hook] as const,
}
