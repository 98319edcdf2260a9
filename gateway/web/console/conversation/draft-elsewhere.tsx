import { useEffect } from 'preact/hooks'
import type { KeptDraft } from '../api/contract'
import { useAnnounce } from '../parts/announcer/announcer'
import { useNow } from '../parts/hooks'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { whenExactly } from '../texts/times'

const SHOWN = 40

interface DraftElsewhereProps {
  readonly other: KeptDraft
  readonly onInsert: () => void
  readonly onDecline: () => void
}

/** Offers what the same clerk began to write on another device; here nothing changes until they want it. */
export function DraftElsewhere({ other, onInsert, onDecline }: DraftElsewhereProps) {
  const texts = useTexts()
  const now = useNow()
  const announce = useAnnounce()
  const words = texts.composer.elsewhere(whenExactly(other.at, now, texts))
  useEffect(() => announce(words), [other, announce])
  return (
    <Notice>
      <p>
        {words} <q>{shortened(other.text)}</q>
      </p>
      <div class="elsewhere-buttons">
        <button type="button" class="button elsewhere-insert" onClick={onInsert}>
          {texts.composer.insertElsewhere}
        </button>
        <button type="button" class="button button-quiet" onClick={onDecline}>
          {texts.composer.declineElsewhere}
        </button>
      </div>
    </Notice>
  )
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1).trimEnd()}…` : line
}
