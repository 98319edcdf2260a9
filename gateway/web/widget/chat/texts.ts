import { call, isRecord } from '../../shared/api'
import type { ChatTexts, ChatTranslate } from '../../shared/texts/chat'
import { csFirst } from '../../shared/texts/chat/cs-first'
import { type Catalogue, type LanguageCode, translator } from '../../shared/texts/translate'

/** The chat's words: a few come with the script, those of a language are fetched when somebody wants them. */
export class Texts {
  readonly #catalogues = new Map<LanguageCode, Catalogue<ChatTexts>>()
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
      this.#catalogues.set(language, pack as Catalogue<ChatTexts>)
      return true
    } catch {
      return false
    }
  }

  in(language: LanguageCode): ChatTranslate {
    return translator<ChatTexts>(this.#catalogues.get(language) ?? (csFirst as unknown as Catalogue<ChatTexts>), language)
  }
}
