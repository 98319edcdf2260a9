import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Desk, DraftKind, KeptDraft } from '../api/contract'
import { useSession } from '../session/session'
import { useDraftPosting } from './draft-posting'
import { draftKey, readDraft, writeDraft, type Draft } from './drafts'
import { useDesk } from './use-desk'

export interface DraftInHand {
  readonly text: string
  readonly set: (text: string) => void
  /** It was sent; what was typed meanwhile is left. */
  readonly sent: (rest: string) => void
  /** Lets the gateway have it without waiting for a pause in typing. */
  readonly hurry: () => void
  /** Whether the gateway has the text as it stands here. */
  readonly kept: boolean
  /** Another text of the clerk's for the same place, written elsewhere. */
  readonly other: KeptDraft | undefined
  /** Puts the other text below what is here. */
  readonly insert: () => void
  /** Wants the other text no more. */
  readonly decline: () => void
}

/**
 * A text that survives a reload and another computer. Only the clerk's own typing, `set` and `insert`
 * ever change a text that is there; an empty one is filled from the gateway when it opens.
 */
export function useDraft(conversation: string, kind: DraftKind): DraftInHand {
  const { clerk } = useSession()
  const key = draftKey(clerk.id, conversation, kind)
  const post = useDraftPosting()
  const address = useMemo(() => ({ conversation, kind }), [conversation, kind])
  const [draft, setDraft] = useState(() => readDraft(key))
  // Between a key and the next drawing the text is already longer than what was drawn.
  const latest = useRef(draft)
  const hold = useCallback(
    (next: Draft) => {
      latest.current = next
      writeDraft(key, next, Date.now())
      setDraft(next)
    },
    [key],
  )
  const write = useCallback(
    (next: Partial<Draft>) => {
      // What the gateway took meanwhile is noted in the store alone.
      hold({ ...latest.current, seen: readDraft(key).seen ?? latest.current.seen, ...next })
      if (next.text !== undefined) post.put(address, next.text)
    },
    [hold, key, post, address],
  )
  const hurry = useCallback(() => post.hurry(address), [post, address])
  useEffect(() => hurry, [hurry])

  const desk = useDesk(conversation)
  const fresh = desk.isFetchedAfterMount ? desk.data : undefined
  const opened = useRef(false)
  useEffect(() => {
    if (!fresh) return
    const opening = !opened.current
    opened.current = true
    const found = fresh.drafts[kind]
    const { text, other } = latest.current
    const seen = readDraft(key).seen
    if (found && found.text !== text && found.text !== seen && !post.wrote(address, found.text)) {
      const taken = opening && text === '' && !other
      hold(taken ? { text: found.text, seen: found.text } : { text, seen: found.text, other: found })
    } else if (found && found.text === text && text !== seen) {
      hold({ ...latest.current, seen: text })
    } else if (opening && text !== '' && text !== seen) {
      post.put(address, text)
    }
  }, [fresh, kind, key, post, address, hold])

  return {
    text: draft.text,
    set: (text) => write({ text }),
    sent: (rest) => {
      write({ text: rest, other: undefined })
      hurry()
    },
    hurry,
    kept: isKept(desk.data, kind, draft.text),
    other: draft.other,
    insert: () => {
      const { text, other } = latest.current
      if (other) write({ text: text.trim() ? `${text.trimEnd()}\n\n${other.text}` : other.text, other: undefined })
    },
    decline: () => write({ other: undefined }),
  }
}

function isKept(desk: Desk | undefined, kind: DraftKind, text: string): boolean {
  return desk?.drafts[kind]?.text === text
}
