import { createContext, type ComponentChildren } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { cs, type Texts } from './cs'
import { en } from './en'

export type { Texts }
export type Locale = 'cs' | 'en'

const TEXTS: Record<Locale, Texts> = { cs, en }
const KEPT_AS = 'okenko.console.language'

interface Chosen {
  readonly texts: Texts
  readonly locale: Locale
  readonly choose: (locale: Locale) => void
}

const Context = createContext<Chosen>({ texts: cs, locale: 'cs', choose: () => {} })

/** Gives the console its words and remembers which language the clerk chose. */
export function TextsProvider({ children }: { children: ComponentChildren }) {
  const [locale, setLocale] = useState<Locale>(() => (localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'cs'))
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const choose = (next: Locale) => {
    localStorage.setItem(KEPT_AS, next)
    setLocale(next)
  }
  return <Context.Provider value={{ texts: TEXTS[locale], locale, choose }}>{children}</Context.Provider>
}

export const useTexts = (): Texts => useContext(Context).texts
export const useLocale = (): Chosen => useContext(Context)
