import { backoff } from '../../../shared/backoff'
import { statusOf } from '../../api/console-api'
import type { Id } from '../../api/contract'
import { fileFault, filesApi, type DraftFile } from '../../api/files-api'

/** How often a piece is tried that nobody answered, or that nobody could look into. */
const TRIES = 12

export interface Sending {
  readonly conversation: string
  readonly file: File
  /** Bytes of one piece. */
  readonly piece: number
  readonly signal: AbortSignal
  /** How many bytes have arrived. */
  readonly onProgress: (bytes: number) => void
  /** By which id it can be taken away again. */
  readonly onBegun: (id: Id) => void
}

/**
 * Takes a file to the gateway in pieces. What the network or a restart interrupts goes on where the gateway says:
 * it has what it has, and the file is still in the clerk's hands.
 */
export async function upload(sending: Sending): Promise<DraftFile> {
  const { conversation, file, piece, signal, onProgress, onBegun } = sending
  const { id } = await again(() => filesApi.begin(conversation, file.name, file.size, signal), signal)
  onBegun(id)
  let at = 0
  for (;;) {
    const bytes = await base64(file.slice(at, at + piece))
    const arrival = await again(() => filesApi.piece(conversation, id, at, bytes, signal), signal)
    if ('file' in arrival) return arrival.file
    at = arrival.at
    onProgress(at)
  }
}

/** Tries once more what may pass: no answer, a restart, a scanner that is busy. */
async function again<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await ask()
    } catch (fault) {
      const status = statusOf(fault)
      const passes = status === 0 || status === 429 || status >= 500 || fileFault(fault) === 'later'
      if (signal.aborted || !passes || tried === TRIES) throw fault
      await new Promise((done) => setTimeout(done, backoff(tried)))
      if (signal.aborted) throw fault
    }
  }
}

function base64(blob: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,?/, ''))
    reader.onerror = () => failed(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(blob)
  })
}
