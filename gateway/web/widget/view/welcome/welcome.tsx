import { useView } from '../context'
import { languageCodes, languageNames } from '../../../shared/texts/translate'
import { focusTranscript } from '../focus'
import { SafeLink } from '../../../shared/markdown'

/** Where every conversation starts: who answers, in what languages, what people ask, and whom to call in danger. */
export function Welcome() {
  const { chat, state, t, page } = useView()
  const { office, language, messages, pending, restoring } = state
  const spoken = languageCodes.filter((code) => office?.languages.includes(code) ?? false)
  const fresh = messages.length === 0 && pending.length === 0 && !restoring
  const [before, after] = t('emergency').split('{number}')
  const ask = (button: Element, title: string): void => {
    focusTranscript(button)
    chat.send(title)
  }
  return (
    <div class="welcome">
      {page ? <h2>{t('welcomeTitle')}</h2> : <h3>{t('welcomeTitle')}</h3>}
      <p>{t('welcomeBot')}</p>
      {fresh && spoken.length > 1 && (
        <ul class="chips" role="list" aria-label={t('language')}>
          {spoken.map((code) => (
            <li key={code}>
              <button
                type="button"
                class="choice"
                lang={code}
                aria-pressed={code === language}
                onClick={() => void chat.speak(code)}
              >
                {languageNames[code]}
              </button>
            </li>
          ))}
        </ul>
      )}
      {fresh && office !== undefined && office.frequent.length > 0 && (
        <>
          <p class="hint" id="frequent">
            {t('welcomeFrequent')}
          </p>
          <ul class="stacked" role="list" aria-labelledby="frequent">
            {office.frequent.map(({ slug, title }) => (
              <li key={slug}>
                <button type="button" class="choice" onClick={({ currentTarget }) => ask(currentTarget, title)}>
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="soft">
        {before}
        <a href="tel:112">112</a>
        {after}
      </p>
      {office?.privacyUrl && (
        <p class="soft">
          <SafeLink href={new URL(office.privacyUrl, chat.base).href}>{t('privacy')}</SafeLink>
        </p>
      )}
    </div>
  )
}
