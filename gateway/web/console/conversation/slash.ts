import type { CannedReply } from '../api/aids-api'

/** A slash by which a canned reply is asked for, and what was typed after it. */
export interface Slash {
  /** Where the slash stands. */
  readonly at: number
  readonly words: string
}

/** The longest list; who has more texts types another letter. */
const SHOWN = 8

/** The slash the cursor stands behind: at the start of the text, of a line, or after a space. */
export function slashBefore(text: string, cursor: number): Slash | undefined {
  const words = /(?:^|\s)\/([\p{L}\p{N}-]*)$/u.exec(text.slice(0, cursor))?.[1]
  return words === undefined ? undefined : { at: cursor - words.length - 1, words }
}

/** Replies whose shortcut begins with the words, then those that have them elsewhere; accents do not matter. */
export function matching(replies: readonly CannedReply[], words: string): readonly CannedReply[] {
  const wanted = folded(words)
  const begins = replies.filter((reply) => folded(reply.shortcut).startsWith(wanted))
  const has = replies.filter((reply) => !begins.includes(reply) && folded(`${reply.shortcut} ${reply.text}`).includes(wanted))
  return [...begins, ...has].slice(0, SHOWN)
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
