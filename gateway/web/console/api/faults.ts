import type { Texts } from '../texts/texts'
import { statusOf } from './console-api'

/** A failure in plain words, with what to do next. */
export function inWords(fault: unknown, texts: Texts): string {
  const status = statusOf(fault)
  if (status === 0) return texts.faults.offline
  if (status === 401) return texts.faults.expired
  if (status === 403) return texts.faults.forbidden
  if (status === 404) return texts.faults.missing
  if (status === 429) return texts.faults.tooMany
  return status >= 500 ? texts.faults.server : texts.faults.refused
}
