import type { DraftKind, Id, KeptDraft } from '../api/contract'

const PREFIX = 'okenko.draft.'
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000

/** A draft as this browser keeps it. */
export interface Draft {
  readonly text: string
  /** What the gateway was last known to hold; another text there comes from another device. */
  readonly seen?: string | undefined
  /** A text from another device that the clerk has neither inserted nor declined. */
  readonly other?: KeptDraft | undefined
}

const NONE: Draft = { text: '' }

interface Kept extends Draft {
  readonly at: number
}

/** Where a draft is kept: by clerk, because several may share one computer. */
export function draftKey(clerk: Id, conversation: Id, kind: DraftKind): string {
  return `${PREFIX}${clerk}.${conversation}.${kind}`
}

export function readDraft(key: string): Draft {
  return kept(key) ?? NONE
}

export function writeDraft(key: string, { text, seen, other }: Draft, now: number): void {
  try {
    if (text === '' && !other) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify({ text, seen, other, at: now } satisfies Kept))
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
