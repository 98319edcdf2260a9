import { call, Problem } from '../../shared/api'
import { change, path, ROOT, statusOf } from './console-api'
import type { Id } from './contract'

/** What a message says in another language. */
export interface Translation {
  readonly message: Id
  readonly language: string
  readonly text: string
  /** False for what a clerk wrote before it was translated. */
  readonly machine: boolean
}

export interface Translations {
  /** What clerks read in. */
  readonly language: string
  readonly translations: readonly Translation[]
}

export const translationApi = {
  /** Null where the office has no translator. */
  list: async (id: string): Promise<Translations | null> => {
    try {
      return await call<Translations>(ROOT + path(id, '/translations'))
    } catch (fault) {
      if (statusOf(fault) === 404) return null
      throw fault
    }
  },
  translate: (id: string, message: Id) => change<Translation>(path(id, '/translations'), { message: String(message) }),
  reply: (id: string, text: string) =>
    change<{ readonly language: string; readonly text: string }>(path(id, '/translations/reply'), { text }),
}

export const TRANSLATION_FAULTS = ['too-long', 'language', 'busy', 'key', 'unreachable'] as const
export type TranslationFault = (typeof TRANSLATION_FAULTS)[number]

/** Why there is no translation, as the gateway tells it. */
export function translationFault(fault: unknown): TranslationFault {
  const code = fault instanceof Problem ? fault.body['translation'] : undefined
  return TRANSLATION_FAULTS.find((known) => known === code) ?? 'unreachable'
}
