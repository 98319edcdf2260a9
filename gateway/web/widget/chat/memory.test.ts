import { beforeEach, expect, test } from 'vitest'
import { browserStores, Memory, nothingKept } from './memory'

const memory = (): Memory => new Memory('https://gateway/', browserStores())
const kept = { ...nothingKept, token: 'secret', draft: 'rozepsáno' }

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})

test('a chat is kept for this tab only, unless asked otherwise', () => {
  memory().save(kept)

  expect(memory().load()).toEqual(kept)
  expect(localStorage.length).toBe(0)
})

test('when asked to remember, it moves to the device, and back', () => {
  memory().save({ ...kept, remember: true })

  expect(sessionStorage.length).toBe(0)
  expect(memory().load().token).toBe('secret')

  memory().save(kept)

  expect(localStorage.length).toBe(0)
  expect(memory().load().token).toBe('secret')
})

test('forgetting leaves nothing', () => {
  memory().save({ ...kept, remember: true })
  memory().forget()

  expect([sessionStorage.length, localStorage.length]).toEqual([0, 0])
  expect(memory().load()).toEqual(nothingKept)
})

test.each(['', 'no json', 'null', '[]', '{}', '{"outbox":5}'])('what cannot be read (%s) counts as nothing', (junk) => {
  sessionStorage.setItem('okenko-1:https://gateway/', junk)

  expect(memory().load()).toEqual(nothingKept)
})

test('without any store the chat still works', () => {
  const denied = new Memory('https://gateway/', { session: undefined, local: undefined })
  denied.save(kept)

  expect(denied.load()).toEqual(nothingKept)
})
