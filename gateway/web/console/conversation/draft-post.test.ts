import { beforeEach, expect, test, vi } from 'vitest'
import { DraftPost, PAUSE, type Posted } from './draft-post'

const here = { conversation: 'k1', kind: 'reply' } as const
const sent: string[] = []
let answers: ((posted: Posted) => void)[]
let post: DraftPost

beforeEach(() => {
  vi.useFakeTimers()
  sent.length = 0
  answers = []
  post = new DraftPost((_, text) => {
    sent.push(text)
    return new Promise((answer) => answers.push(answer))
  })
})

const answered = async (posted: Posted) => {
  answers.shift()!(posted)
  await vi.advanceTimersByTimeAsync(0)
}

test('a draft goes once the clerk pauses, not with every key', () => {
  post.put(here, 'D')
  vi.advanceTimersByTime(PAUSE - 1)
  post.put(here, 'Do')
  vi.advanceTimersByTime(PAUSE - 1)
  expect(sent).toEqual([])
  vi.advanceTimersByTime(1)

  expect(sent).toEqual(['Do'])
})

test('leaving the editor does not wait for the pause, and sends nothing twice', async () => {
  post.put(here, 'Dobrý den')
  post.hurry(here)
  await answered('kept')
  post.hurry(here)
  vi.advanceTimersByTime(PAUSE)

  expect(sent).toEqual(['Dobrý den'])
})

test('what is removed while an older text is under way is removed last', async () => {
  post.put(here, 'Dobrý den')
  post.hurry(here)
  post.put(here, '')
  post.hurry(here)
  expect(sent).toEqual(['Dobrý den'])
  await answered('kept')

  expect(sent).toEqual(['Dobrý den', ''])
})

test('what nobody answered is sent again, what was refused is not', async () => {
  post.put(here, 'Dobrý den')
  post.hurry(here)
  await answered('later')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toEqual(['Dobrý den', 'Dobrý den'])
  await answered('refused')
  await vi.advanceTimersByTimeAsync(60_000)

  expect(sent.length).toBe(2)
})

test('own texts are known again, and nothing leaves once it is stopped', () => {
  post.put(here, 'Dobrý den')
  post.hurry(here)
  expect(post.wrote(here, 'Dobrý den')).toBe(true)
  expect(post.wrote({ ...here, kind: 'note' }, 'Dobrý den')).toBe(false)
  post.stop()
  post.put({ ...here, kind: 'note' }, 'Volala dcera')
  vi.advanceTimersByTime(PAUSE)

  expect(sent).toEqual(['Dobrý den'])
})
