import type { Id } from '../api/contract'
import type { CannedReply } from '../api/aids-api'

/** Names in braces that the gateway does not know, each once. */
export function unknownIn(text: string, variables: readonly string[]): readonly string[] {
  const names = [...text.matchAll(/\{([^{}\n]*)\}/g)].map(([, name]) => name ?? '')
  return [...new Set(names)].filter((name) => !variables.includes(name))
}

/** The text with what is known filled in; of the rest, what will stand there, in brackets. */
export function previewOf(
  text: string,
  known: Readonly<Record<string, string>>,
  explained: Readonly<Record<string, string>>,
): string {
  return text.replace(/\{([^{}\n]*)\}/g, (whole, name: string) => {
    const meaning = explained[name]
    return known[name] || (meaning ? `[${meaning}]` : whole)
  })
}

/** Whether another reply of the agenda has the shortcut already. */
export function isTaken(replies: readonly CannedReply[], agenda: string, shortcut: string, own: Id | undefined): boolean {
  return replies.some(
    (reply) => reply.id !== own && reply.agenda === agenda && reply.shortcut.toLowerCase() === shortcut.toLowerCase(),
  )
}
