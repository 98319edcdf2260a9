import { call, isRecord, Problem } from '../../shared/api'
import { change, path, ROOT } from './console-api'
import type { Id, Item } from './contract'

/** Whoever takes what cannot be handed to somebody who is away. */
export interface Instead {
  readonly person?: string
  readonly agenda?: string
  readonly name: string
}

/** Somebody a conversation could be handed to. */
export interface Colleague {
  readonly id: Id
  readonly name: string
  /** Their names. */
  readonly agendas: readonly string[]
  /** At their screen. */
  readonly here: boolean
  /** They are away. */
  readonly instead?: Instead
}

/** Who handles what the office does not. */
export interface Institution {
  readonly name: string
  readonly url: string
  readonly matters: readonly string[]
}

/** Where a conversation goes: an agenda's queue, or one colleague. */
export interface Destination {
  readonly agenda?: string
  readonly person?: string
  readonly name: string
}

/** Handing on: within the office, and with the citizen's consent to another institution. */
export const handingApi = {
  colleagues: (id: string) => call<{ readonly colleagues: readonly Colleague[] }>(ROOT + path(id, '/colleagues')),
  transfer: (id: string, { agenda, person }: Destination, note: string) =>
    change<Item>(path(id, '/transfer'), { ...(agenda ? { agenda } : { person }), note }),
  /** Two of one citizen; gives the one that goes on. */
  join: (id: string, other: string) => change<{ readonly conversation: string }>(path(id, '/join'), { with: other }),
  institutions: () => call<{ readonly institutions: readonly Institution[] }>(`${ROOT}/institutions`),
  ask: (id: string, institution: string, url: string) => change<void>(path(id, '/referral'), { institution, url }),
  withdraw: (id: string) => change<void>(path(id, '/referral'), {}, 'DELETE'),
  /** What the institution is given; refused until the citizen agreed. */
  text: (id: string) => call<{ readonly text: string }>(ROOT + path(id, '/referral/text')),
  passed: (id: string) => change<void>(path(id, '/referral/passed')),
}

/** Whether a transfer was refused because whoever was meant is away by now. */
export function isAway(fault: unknown): boolean {
  return fault instanceof Problem && isRecord(fault.body['instead'])
}
