import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Markdown } from '../../shared/markdown'
import { aidsApi, type Suggestion } from '../api/aids-api'
import { statusOf } from '../api/console-api'
import type { Transcript } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { randomId } from '../api/random-id'
import { useAnnounce } from '../parts/announcer/announcer'
import { useMedia } from '../parts/hooks'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import './suggestion.css'

/** Where the editor may already reach the transcript's least height. */
const TIGHT = '(max-width: 719px), (max-height: 700px)'

interface SuggestionPanelProps {
  readonly id: string
  readonly transcript: Transcript
  /** Puts the text into the clerk's reply; absent for who does not hold the conversation. */
  readonly onInsert?: ((text: string) => void) | undefined
}

/** What the bot would say to the citizen's last words: to be edited, or sent as it is. */
export function SuggestionPanel({ id, transcript, onInsert }: SuggestionPanelProps) {
  const suggestion = useShown(useSuggestion(id, transcript))
  return suggestion ? <Panel key={suggestion.text} id={id} suggestion={suggestion} onInsert={onInsert} /> : null
}

interface PanelProps {
  readonly id: string
  readonly suggestion: Suggestion
  readonly onInsert: SuggestionPanelProps['onInsert']
}

function Panel({ id, suggestion: { text, title, supervised }, onInsert }: PanelProps) {
  const { aids: { suggestion: texts } } = useTexts()
  const heading = useId()
  const { send, busy, refusal } = useApproval(id, text)
  return (
    <section class="suggestion" aria-labelledby={heading} data-supervised={supervised}>
      {refusal ? (
        <Notice tone="danger">
          <p>{refusal}</p>
        </Notice>
      ) : null}
      <details open={supervised || !onInsert}>
        <summary>
          <strong id={heading}>{supervised ? texts.waits : texts.title}</strong>
          {title ? <span class="soft"> · {title}</span> : null}
        </summary>
        {supervised ? <p class="suggestion-why">{texts.why}</p> : null}
        <div class="suggestion-text" role="group" aria-label={texts.text} tabIndex={0}>
          <Markdown text={text} />
        </div>
        <div class="suggestion-send">
          <p class="soft">{texts.after}</p>
          <button type="button" class={supervised ? 'button button-main' : 'button'} aria-disabled={busy} onClick={send}>
            {busy ? texts.sending : supervised ? texts.approve : texts.send}
          </button>
        </div>
      </details>
      {onInsert ? (
        <button type="button" class="button suggestion-insert" onClick={() => onInsert(text)}>
          {texts.insert}
        </button>
      ) : null}
    </section>
  )
}

/** Asked for once for each thing the citizen said, while nobody has answered it. */
function useSuggestion(id: string, { conversation: item, lines }: Transcript): Suggestion | undefined {
  const last = lines.findLast((line) => line.author === 'citizen' || line.author === 'clerk')
  const open = (item.state === 'waiting' || item.state === 'with-clerk') && last?.author === 'citizen'
  const query = useQuery({
    queryKey: keys.suggestion(id, last?.seq ?? 0, item.flag ?? ''),
    queryFn: () => aidsApi.suggestion(id),
    enabled: (asked) => open && asked.state.data === undefined,
    retry: false,
  })
  return (open && query.data) || undefined
}

/**
 * Where there is no room above the editor, what comes while the clerk writes would move it: there it waits
 * until the field is left. What is shown stays.
 */
function useShown(suggestion: Suggestion | undefined): Suggestion | undefined {
  const tight = useMedia(TIGHT)
  const shown = useRef<string>()
  const [, lookAgain] = useState({})
  useEffect(() => {
    const left = () => setTimeout(() => lookAgain({}))
    document.addEventListener('focusout', left)
    return () => document.removeEventListener('focusout', left)
  }, [])
  if (suggestion && !(tight && isWriting())) shown.current = suggestion.text
  return suggestion?.text === shown.current ? suggestion : undefined
}

function isWriting(): boolean {
  const field = document.activeElement
  return field instanceof HTMLTextAreaElement && field.value !== ''
}

/** Sends the bot's words in the clerk's name, once, however often it is tried. */
function useApproval(id: string, text: string) {
  const texts = useTexts()
  const { suggestion: words } = texts.aids
  const queries = useQueryClient()
  const announce = useAnnounce()
  const message = useRef({ clientId: randomId(), text })
  const inFull = (fault: unknown) =>
    words.failed(statusOf(fault) === 409 ? texts.composer.taken : inWords(fault, texts))
  const mutation = useMutation({
    mutationFn: () => aidsApi.approve(id, message.current),
    onSuccess: () => announce(words.sent),
    onError: (fault) => announce(inFull(fault)),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keys.conversation(id) })
      void queries.invalidateQueries({ queryKey: keys.queue })
    },
  })
  return {
    send: () => {
      if (!mutation.isPending) mutation.mutate()
    },
    busy: mutation.isPending,
    refusal: mutation.isError ? inFull(mutation.error) : undefined,
  }
}
