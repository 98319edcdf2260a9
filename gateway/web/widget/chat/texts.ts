import { call, isRecord } from '../../shared/api'
import type { ChatTexts, ChatTranslate } from '../../shared/texts/chat'
import { cs } from '../../shared/texts/chat/cs'
import { type Catalogue, type LanguageCode, translator } from '../../shared/texts/translate'

/** The chat's words: Czech comes with the script, another language is fetched when somebody wants it. */
export class Texts {
  readonly #catalogues = new Map<LanguageCode, Catalogue<ChatTexts>>([['cs', cs]])
  readonly #base: string

  /** @param base where the gateway lives, with a slash at the end */
  constructor(base: string) {
    this.#base = base
  }

  /** Returns whether the language can be spoken now. */
  async load(language: LanguageCode): Promise<boolean> {
    if (this.#catalogues.has(language)) return true
    try {
      const pack = await call<unknown>(`${this.#base}widget/${language}.json`, { credentials: 'omit' })
      if (!isRecord(pack)) return false
      // An older page may meet a newer pack: a word it lacks is said in Czech.
      this.#catalogues.set(language, { ...cs, ...(pack as Catalogue<ChatTexts>) })
      return true
    } catch {
      return false
    }
  }

  in(language: LanguageCode): ChatTranslate {
    return translator<ChatTexts>(this.#catalogues.get(language) ?? cs, language)
  }
}
