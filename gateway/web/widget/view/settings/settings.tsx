import { useEffect, useRef, useState } from 'preact/hooks'
import { languageCodes, languageNames } from '../../../shared/texts/translate'
import { useView } from '../context'
import { Copy } from '../leave/leave'
import { Download } from '../receipt/receipt'

/** Language, what this device remembers, and the end of the conversation. */
export function Settings({ onBack }: { onBack: () => void }) {
  const { chat, state, t, page } = useView()
  const first = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  useEffect(() => first.current?.focus(), [])
  const spoken = languageCodes.filter((code) => state.office?.languages.includes(code) ?? true)
  const running = state.phase === 'with-bot' || state.phase === 'waiting' || state.phase === 'with-clerk'
  const Heading = page ? 'h2' : 'h3'
  const end = async (): Promise<void> => {
    try {
      await chat.end()
      onBack()
    } catch {
      setSaid(t('endFailed'))
    }
  }
  return (
    <div class="settings" id="settings">
      <fieldset>
        <legend>
          <Heading>{t('language')}</Heading>
        </legend>
        {spoken.map((code, index) => (
          <label class="option" lang={code} key={code}>
            <input
              type="radio"
              name="language"
              value={code}
              checked={code === state.language}
              ref={index === 0 ? first : null}
              onChange={() => void chat.speak(code)}
            />
            {languageNames[code]}
          </label>
        ))}
      </fieldset>
      <label class="option">
        <input
          type="checkbox"
          checked={state.remember}
          aria-describedby="remember-hint"
          onChange={({ currentTarget }) => chat.remember(currentTarget.checked)}
        />
        {t('remember')}
      </label>
      <p class="hint" id="remember-hint">
        {t('rememberHint')}
      </p>
      <button
        type="button"
        class="secondary"
        onClick={() => {
          chat.forget()
          setSaid(t('forgotten'))
        }}
      >
        {t('forget')}
      </button>
      {running && state.phase !== 'with-clerk' && (
        <button
          type="button"
          class="secondary"
          onClick={() => {
            chat.send(t('elsewhere'), 'continue')
            onBack()
          }}
        >
          {t('elsewhere')}
        </button>
      )}
      {running && <Download />}
      {running && <Copy />}
      {running && (
        <button type="button" class="secondary" onClick={() => void end()}>
          {t('end')}
        </button>
      )}
      <p class="said" role="status">
        {said}
      </p>
      <button type="button" class="quiet" onClick={onBack}>
        {t('back')}
      </button>
    </div>
  )
}
