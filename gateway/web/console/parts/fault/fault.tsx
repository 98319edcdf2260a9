import { useTexts } from '../../texts/texts'
import { Notice } from '../notice/notice'

/** What could not be loaded, in words, and the button that tries again. */
export function Fault({ words, onRetry }: { words: string; onRetry: () => void }) {
  const texts = useTexts()
  return (
    <Notice tone="danger">
      <p>{words}</p>
      <button type="button" class="button" onClick={onRetry}>
        {texts.tryAgain}
      </button>
    </Notice>
  )
}
