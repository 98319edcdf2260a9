import type { ChatMessage } from '../../chat/wire'
import { useView } from '../context'
import { focusTranscript } from '../focus'

/** What the citizen may pick from. Numbered when the automat asks which of several things is meant. */
export function Choices({ message }: { message: ChatMessage }) {
  const { chat, t } = useView()
  const asks = message.answer?.outcome !== 'found' || message.choices.some(({ value }) => value.startsWith('ask:'))
  const choose = (button: Element, label: string, value: string): void => {
    focusTranscript(button)
    chat.send(label, value)
  }
  return (
    <div class="choices" lang={message.language || undefined}>
      <p class="hint" lang={chat.state.language}>
        {t(asks ? 'choices' : 'suggestions')}
      </p>
      <ul role="list" class={asks ? 'stacked' : 'chips'}>
        {message.choices.map(({ value, label }, index) => (
          <li key={value}>
            {asks && (
              <span class="number" aria-hidden="true">
                {index + 1}.
              </span>
            )}
            <button type="button" class="choice" onClick={({ currentTarget }) => choose(currentTarget, label, value)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
