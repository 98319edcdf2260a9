import { call, isRecord, Problem } from '../../shared/api'
import { change, path, ROOT } from './console-api'
import type { Id } from './contract'

/** A file under a reply that is not sent yet. */
export interface DraftFile {
  readonly id: Id
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly state: 'arriving' | 'clean' | 'unscanned'
}

/** What a channel carries, in bytes but for `most`, which counts files. */
export interface FileLimits {
  readonly largest: number
  readonly together: number
  readonly most: number
  readonly piece: number
}

export interface DraftFiles {
  /** Absent when the channel carries no files. */
  readonly limits?: FileLimits
  readonly files: readonly DraftFile[]
}

/** Where to go on, or the whole file. */
export type Arrival = { readonly id: Id; readonly at: number } | { readonly file: DraftFile }

/** Files of the clerk's own draft. */
export const filesApi = {
  list: (id: string) => call<DraftFiles>(ROOT + files(id)),
  begin: (id: string, name: string, size: number, signal: AbortSignal) =>
    change<{ readonly id: Id; readonly at: number }>(files(id), { name, size }, 'POST', signal),
  piece: (id: string, file: Id, at: number, bytes: string, signal: AbortSignal) =>
    change<Arrival>(files(id, file), { at, bytes }, 'PUT', signal),
  remove: (id: string, file: Id) => change<void>(files(id, file), {}, 'DELETE'),
}

function files(conversation: string, file?: Id): string {
  return path(conversation, `/draft/files${file === undefined ? '' : `/${encodeURIComponent(file)}`}`)
}

export const FAULTS = ['empty', 'too-large', 'too-many', 'type', 'infected', 'later', 'channel', 'gone'] as const
export type FileFault = (typeof FAULTS)[number]

/** Why a file does not go along, as the gateway tells it. */
export function fileFault(fault: unknown): FileFault | undefined {
  const code = fault instanceof Problem && isRecord(fault.body) ? fault.body['file'] : undefined
  return FAULTS.find((known) => known === code)
}
