// @vitest-environment node
import { expect, test } from 'vitest'
import { unread, withMessage, withoutArrived } from './transcript'
import type { ChatMessage } from './wire'

const message = (seq: number, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id: `m${seq}`,
  seq,
  author: 'bot',
  text: '',
  at: '',
  language: 'cs',
  choices: [], files: [],
  ...more,
})

test('messages stand in the order of the server, each once', () => {
  const seqs = [1, 3, 2, 3, 1, 4].reduce<readonly ChatMessage[]>((all, seq) => withMessage(all, message(seq)), [])

  expect(seqs.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
})

test('an own message stops waiting when it has come back', () => {
  const pending = [{ clientId: 'a', text: 'x', choice: '', at: '', status: 'sent' as const }]

  expect(withoutArrived(pending, message(1, { clientId: 'a' }))).toEqual([])
  expect(withoutArrived(pending, message(1, { clientId: 'b' }))).toBe(pending)
  expect(withoutArrived(pending, message(1))).toBe(pending)
})

test('own messages are never unread', () => {
  expect(unread([message(1), message(2, { author: 'citizen' }), message(3)], 1)).toBe(1)
})
