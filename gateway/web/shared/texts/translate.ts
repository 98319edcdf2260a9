/*
 * Texts of the interface. The Czech catalogue is the pattern: the others have the type Catalogue<typeof cs>,
 * so a missing key stops the build. Placeholders look like {name}; plural forms are chosen by the number `n`.
 */

export type LanguageCode = 'cs' | 'en' | 'uk' | 'de'

export const languageCodes: readonly LanguageCode[] = ['cs', 'en', 'uk', 'de']

/** The name of each language in itself. */
export const languageNames: Readonly<Record<LanguageCode, string>> = {
  cs: 'Čeština',
  en: 'English',
  uk: 'Українська',
  de: 'Deutsch',
}

/** Forms by Intl.PluralRules; a language gives those it has, `other` always. */
export interface Plural {
  readonly one?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/** The shape other languages must fill. */
export type Catalogue<Pattern> = {
  readonly [Key in keyof Pattern]: Pattern[Key] extends string ? string : Plural
}

export type TextValues = Readonly<Record<string, string | number>>

export type Translate<Pattern> = (key: keyof Pattern & string, values?: TextValues) => string

/** Makes the function that says a text of the catalogue. */
export function translator<Pattern extends Readonly<Record<keyof Pattern, string | Plural>>>(
  catalogue: Catalogue<Pattern>,
  language: LanguageCode,
): Translate<Pattern> {
  const rules = new Intl.PluralRules(language)
  return (key, values = {}) => {
    // An older page may meet a newer catalogue, which lacks a word of it.
    const entry = (catalogue[key] ?? '') as string | Plural
    const text = typeof entry === 'string' ? entry : (entry[pluralForm(rules, values)] ?? entry.other)
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  }
}

function pluralForm(rules: Intl.PluralRules, values: TextValues): keyof Plural {
  const form = rules.select(Number(values['n']))
  return form === 'one' || form === 'few' || form === 'many' ? form : 'other'
}

/** The first of the wishes that we speak; 'cs' when none. Takes tags such as "uk-UA". */
export function chooseLanguage(...wishes: readonly (string | null | undefined)[]): LanguageCode {
  for (const wish of wishes) {
    const primary = wish?.toLowerCase().split('-')[0]
    const found = languageCodes.find((code) => code === primary || (primary === 'sk' && code === 'cs'))
    if (found !== undefined) return found
  }
  return 'cs'
}
