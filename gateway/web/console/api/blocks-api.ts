import { call } from '../../shared/api'
import { change, path, ROOT } from './console-api'
import type { Id } from './contract'

export const BLOCK_REASONS = ['insults', 'threats', 'spam', 'other'] as const

/** A sender from whom nothing reaches the bot or a queue for a time. */
export interface Block {
  readonly id: Id
  /** Where it began; what they write meanwhile is kept there. */
  readonly conversation: Id
  readonly channel: string
  readonly reason: (typeof BLOCK_REASONS)[number]
  readonly note?: string
  readonly clerk: { readonly id: Id; readonly name: string }
  readonly at: string
  readonly until: string
}

export const blocksApi = {
  all: () => call<{ readonly blocks: readonly Block[] }>(`${ROOT}/blocks`),
  block: (id: string, hours: number, reason: Block['reason'], note: string) =>
    change<void>(path(id, '/block'), { hours, reason, note }),
  lift: (block: Id) => change<void>(`/blocks/${encodeURIComponent(block)}`, {}, 'DELETE'),
}
