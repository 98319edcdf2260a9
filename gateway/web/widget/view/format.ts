import type { LanguageCode } from '../../shared/texts/translate'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: LanguageCode, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  // English as it is written in Europe: 21/11/2026, 14:02.
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options)
  formats.set(key, known)
  return known
}

const valid = (at: string): Date | undefined => {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** "14.02" in Czech, as the office writes its hours; as usual elsewhere. */
export function time(at: string, language: LanguageCode): string {
  const date = valid(at)
  if (date === undefined) return ''
  const written = format(language, { hour: 'numeric', minute: '2-digit' }).format(date)
  return language === 'cs' ? written.replace(':', '.') : written
}

/** "21. 11. 2026", kept on one line. */
export function date(at: string, language: LanguageCode): string {
  const day = valid(at)
  if (day === undefined) return ''
  return format(language, { day: 'numeric', month: 'numeric', year: 'numeric' }).format(day).replace(/ /g, '\u00a0')
}

/** The day of a message as one says it, relative to `today`. */
export function day(
  at: string,
  language: LanguageCode,
  today: Date,
  names: { readonly today: string; readonly yesterday: string },
): string {
  const then = valid(at)
  if (then === undefined) return ''
  const midnight = (instant: Date): number => new Date(instant).setHours(0, 0, 0, 0)
  const days = Math.round((midnight(today) - midnight(then)) / 86_400_000)
  if (days <= 0) return names.today
  if (days === 1) return names.yesterday
  return format(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(then)
}

/** The name of a language in the interface's language. */
export function languageName(code: string, language: LanguageCode): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

export function sentence(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') return ''
  const first = trimmed.charAt(0).toLocaleUpperCase() + trimmed.slice(1)
  return /[.!?…]$/.test(first) ? first : `${first}.`
}
