import type { Draft } from './memory'
import type { ChatMessage } from './wire'

export type Sending = 'waiting' | 'sending' | 'sent' | 'failed'

/** An own message on its way. */
export interface Pending extends Draft {
  readonly status: Sending
}

/** Messages by seq, each once. */
export function withMessage(messages: readonly ChatMessage[], message: ChatMessage): readonly ChatMessage[] {
  const last = messages.at(-1)
  if (last === undefined || last.seq < message.seq) return [...messages, message]
  if (messages.some(({ seq }) => seq === message.seq)) return messages
  return [...messages, message].sort((one, other) => one.seq - other.seq)
}

/** What is still on its way once `message` has come back from the server. */
export function withoutArrived(pending: readonly Pending[], message: ChatMessage): readonly Pending[] {
  if (!pending.some(({ clientId }) => clientId === message.clientId)) return pending
  return pending.filter(({ clientId }) => clientId !== message.clientId)
}

export function withSending(pending: readonly Pending[], clientId: string, status: Sending): readonly Pending[] {
  return pending.map((item) => (item.clientId === clientId ? { ...item, status } : item))
}

/** How many messages of others lie after `readSeq`. */
export function unread(messages: readonly ChatMessage[], readSeq: number): number {
  return messages.filter(({ seq, author }) => seq > readSeq && author !== 'citizen').length
}
