import { type Catalogue, type LanguageCode, type Translate, translator } from '../translate'
import { cs } from './cs'
import { de } from './de'
import { en } from './en'
import { uk } from './uk'

export type ChatTexts = typeof cs
export type ChatTranslate = Translate<ChatTexts>

/** The chat's words in every language of the interface. */
export const chatTexts: Readonly<Record<LanguageCode, Catalogue<ChatTexts>>> = { cs, en, uk, de }

export const chatTranslator = (language: LanguageCode): ChatTranslate =>
  translator<ChatTexts>(chatTexts[language], language)
