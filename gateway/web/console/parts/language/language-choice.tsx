import { useLocale } from '../../texts/texts'
import './language-choice.css'

const NAMES = { cs: 'Česky', en: 'English' } as const

/** Two buttons, each in its own language. */
export function LanguageChoice() {
  const { texts, locale, choose } = useLocale()
  return (
    <div class="language-choice" role="group" aria-label={texts.interfaceLanguage}>
      {(['cs', 'en'] as const).map((language) => (
        <button
          key={language}
          type="button"
          class="button button-quiet"
          lang={language}
          aria-pressed={language === locale}
          onClick={() => choose(language)}
        >
          {NAMES[language]}
        </button>
      ))}
    </div>
  )
}
