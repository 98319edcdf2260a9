import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

import type { Id } from '../api/contract'

export type DraftKind = 'reply' | 'note'

const PREFIX = 'okenko.draft.'
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000

interface Kept {
  readonly text: string
  readonly at: number
}

/** Where a draft is kept: by clerk, because several may share one computer. */
export function draftKey(clerk: Id, conversation: Id, kind: DraftKind): string {
  return `${PREFIX}${clerk}.${conversation}.${kind}`
}

export function readDraft(key: string): string {
  return kept(key)?.text ?? ''
}

export function writeDraft(key: string, text: string, now: number): void {
  try {
    if (text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify({ text, at: now } satisfies Kept))
  } catch {
    // A full or forbidden store costs the draft its second life, never the text in the editor.
  }
}

/** Removes drafts nobody touched for thirty days, and those that cannot be read. */
export function forgetOldDrafts(now: number): void {
  const old = Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .filter((key) => now - (kept(key)?.at ?? 0) > KEPT_FOR)
  old.forEach((key) => localStorage.removeItem(key))
}

function kept(key: string): Kept | undefined {
  try {
    const value = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Kept> | null
    return typeof value?.text === 'string' && typeof value.at === 'number' ? (value as Kept) : undefined
  } catch {
    return undefined
  }
}

/** A text that survives a reload. Only the clerk's own typing and `set` ever change it. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => ({ key, text: readDraft(key) }))
  const current = draft.key === key ? draft : { key, text: readDraft(key) }
  const latest = useRef(key)
  useEffect(() => {
    latest.current = key
  }, [key])
  const set = useCallback(
    (text: string) => {
      writeDraft(key, text, Date.now())
      if (latest.current === key) setDraft({ key, text })
    },
    [key],
  )
  return [current.text, set]
}
