import { expect, test } from 'vitest'
import { cs } from './cs'
import { en } from './en'
import { lasted, when, whenExactly } from './times'

const now = new Date(2026, 10, 23, 14, 8).getTime()
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString()

test.each([
  [0, 'chvilku'],
  [25, '25 min'],
  [60, '1 h'],
  [125, '2 h 5 min'],
  [60 * 24 * 3, '3 dny'],
  [60 * 24 * 5, '5 dní'],
])('%i minutes are said as %s', (minutes, words) => {
  expect(lasted(new Date(now - minutes * 60_000).toISOString(), now, cs)).toBe(words)
})

test('a clock that runs ahead never shows a negative wait', () => {
  expect(lasted(new Date(now + 90_000).toISOString(), now, cs)).toBe('chvilku')
})

test('times are said as people say them', () => {
  expect(when(at(2026, 10, 23, 14, 6), now, cs)).toBe('14.06')
  expect(when(at(2026, 10, 22, 23, 59), now, cs)).toBe('včera')
  expect(when(at(2026, 8, 3, 10, 12), now, cs)).toBe('3. 9.')
  expect(when(at(2025, 8, 3, 10, 12), now, cs)).toBe('3. 9. 2025')
  expect(whenExactly(at(2026, 10, 22, 9, 5), now, cs)).toBe('včera 9.05')
  expect(when(at(2026, 8, 3, 10, 12), now, en)).toBe('3 Sep')
})

test('numbers carry their noun in the right form', () => {
  expect(cs.signIn.locked(1)).toContain('za 1 minutu')
  expect(cs.signIn.locked(3)).toContain('za 3 minuty')
  expect(cs.signIn.locked(14)).toContain('za 14 minut')
  expect(en.composer.left(1)).toBe('1 character left')
})
