import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { translationApi, translationFault } from '../../api/translation-api'
import { useAnnounce } from '../../parts/announcer/announcer'
import { useTranslations } from './translation'
import { useAlways } from './use-always'
import { useTranslationWords } from './words'
import './translation.css'

export interface ReplyTranslationProps {
  readonly conversation: string
  readonly language: string
  /** The reply as it is written. */
  readonly text: string
  readonly busy: boolean
  /** Tells whether it went. */
  readonly onSend: (translated: string, original: string) => Promise<void>
}

/** A reply in the citizen's language: seen first, perhaps mended, and sent only then. */
export function ReplyTranslation({ conversation, language, text, busy, onSend }: ReplyTranslationProps) {
  const words = useTranslationWords()
  const announce = useAnnounce()
  const known = useTranslations(conversation).data
  const [preview, setPreview] = useState<{ readonly of: string; readonly text: string }>()
  const [asking, setAsking] = useState(false)
  const [always, choose] = useAlways()
  const [fault, setFault] = useState<string>()
  const field = useRef<HTMLTextAreaElement>(null)
  const hint = useId()
  const original = text.trim()
  // What was written after it was translated is not what the citizen would get.
  const shown = preview?.of === original ? preview : undefined
  useEffect(() => {
    if (shown) field.current?.focus()
  }, [shown?.of])
  if (!known || known.language === language) return null
  const say = (why: string) => {
    setFault(why)
    announce(why)
  }
  const ask = async () => {
    if (asking) return
    setFault(undefined)
    if (original === '') return say(words.empty)
    setAsking(true)
    try {
      const said = await translationApi.reply(conversation, original)
      setPreview({ of: original, text: said.text })
      announce(words.shown)
    } catch (error) {
      say(words.failed(words.faults[translationFault(error)]))
    }
    setAsking(false)
  }
  if (!shown) {
    return (
      <div class="reply-translation">
        <button type="button" class="button button-quiet" aria-disabled={asking} onClick={() => void ask()}>
          {asking ? words.translating : words.reply}
        </button>
        <label class="check">
          <input type="checkbox" checked={always} onChange={({ currentTarget }) => choose(currentTarget.checked)} />
          {words.always}
        </label>
        {fault ? <span class="line-translation-fault">{fault}</span> : null}
      </div>
    )
  }
  return (
    <div class="reply-translation reply-preview">
      <p class="soft" id={hint}>
        {words.preview}
      </p>
      <textarea
        class="input"
        rows={3}
        lang={language}
        ref={field}
        value={shown.text}
        aria-label={words.machine}
        aria-describedby={hint}
        onInput={({ currentTarget }) => setPreview({ of: original, text: currentTarget.value })}
      />
      <div class="reply-translation-buttons">
        <button
          type="button"
          class="button button-main"
          aria-disabled={busy || shown.text.trim() === ''}
          onClick={() => {
            if (!busy && shown.text.trim() !== '') void onSend(shown.text.trim(), original)
          }}
        >
          {words.send}
        </button>
        <button type="button" class="button" onClick={() => setPreview(undefined)}>
          {words.back}
        </button>
      </div>
    </div>
  )
}
