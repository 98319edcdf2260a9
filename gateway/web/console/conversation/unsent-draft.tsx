import type { Id } from '../api/contract'
import { useSession } from '../session/session'
import { useTexts } from '../texts/texts'
import { draftKey, readDraft } from './drafts'

/** The clerk's unsent words in a conversation that is no longer theirs: kept to be read and copied. */
export function UnsentDraft({ conversation }: { conversation: string }) {
  const texts = useTexts()
  const text = useUnsent(conversation)
  if (!text) return null
  return (
    <details class="unsent">
      <summary>{texts.composer.unsent}</summary>
      <textarea class="input" readOnly rows={3} value={text} aria-label={texts.composer.unsent} />
    </details>
  )
}

/** Before the conversation leaves the clerk's hands: there is an unsent reply. */
export function UnsentWarning({ conversation }: { conversation: Id }) {
  const texts = useTexts()
  return useUnsent(conversation) ? <p class="warned">{texts.actions.closeDraft}</p> : null
}

function useUnsent(conversation: Id): string {
  const { clerk } = useSession()
  return readDraft(draftKey(clerk.id, conversation, 'reply')).text
}
