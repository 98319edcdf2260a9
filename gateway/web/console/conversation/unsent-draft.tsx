import { useSession } from '../session/session'
import { useTexts } from '../texts/texts'
import { draftKey, readDraft } from './drafts'

/** The clerk's unsent words in a conversation that is no longer theirs: kept to be read and copied. */
export function UnsentDraft({ conversation }: { conversation: string }) {
  const texts = useTexts()
  const { clerk } = useSession()
  const text = readDraft(draftKey(clerk.id, conversation, 'reply'))
  if (!text) return null
  return (
    <details class="unsent">
      <summary>{texts.composer.unsent}</summary>
      <textarea class="input" readOnly rows={3} value={text} aria-label={texts.composer.unsent} />
    </details>
  )
}
