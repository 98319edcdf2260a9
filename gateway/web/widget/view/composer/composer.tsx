import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { SendIcon } from '../../../shared/icons'
import { textLimit } from '../../chat/chat'
import { useView } from '../context'
import { focusTranscript } from '../focus'

/** Where the citizen writes. Enter sends, Shift+Enter makes a new line. */
export function Composer() {
  const { chat, state, t } = useView()
  const { draft, phase } = state
  const field = useRef<HTMLTextAreaElement>(null)
  const left = textLimit - draft.trim().length
  useLayoutEffect(() => grow(field.current), [draft, phase, state.language])
  useLayoutEffect(() => {
    const element = field.current
    return () => {
      if (element?.matches(':focus')) focusTranscript(element)
    }
  }, [])
  useEffect(() => {
    const again = (): void => grow(field.current)
    addEventListener('resize', again)
    return () => removeEventListener('resize', again)
  }, [])
  const send = (): void => {
    if (left < 0) chat.complain(-left)
    else chat.send(draft)
    field.current?.focus()
  }
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {left < 0 && (
        <p class="fault" id="fault">
          {t('tooLong', { n: -left })}
        </p>
      )}
      <label class="unseen" for="message">
        {t('message')}
      </label>
      <textarea
        class="field"
        id="message"
        rows={1}
        autocomplete="off"
        enterkeyhint="send"
        placeholder={t(phase === 'with-clerk' ? 'placeholderClerk' : 'placeholder')}
        aria-describedby={left < 0 ? 'fault note' : 'note'}
        aria-invalid={left < 0}
        ref={field}
        value={draft}
        onInput={({ currentTarget }) => chat.write(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      <button type="submit" class="send" aria-label={t('send')} title={t('send')}>
        <SendIcon />
      </button>
    </form>
  )
}

/** As high as its text; the style sheet sets the limit. */
function grow(field: HTMLTextAreaElement | null): void {
  if (field === null) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight + 2}px`
}
