// @vitest-environment node
import { expect, test } from 'vitest'
import { date, day, languageName, sentence, time } from './format'

const names = { today: 'Dnes', yesterday: 'Včera' }
const noon = new Date(2026, 10, 21, 12)

test('times and days are written as people say them', () => {
  expect(time(new Date(2026, 10, 21, 14, 2).toISOString(), 'cs')).toBe('14.02')
  expect(time(new Date(2026, 10, 21, 14, 2).toISOString(), 'en')).toBe('14:02')
  expect(time('', 'cs')).toBe('')
  expect(date('2026-11-12', 'cs').replace(/\s/g, ' ')).toBe('12. 11. 2026')
  expect(day(new Date(2026, 10, 21, 1).toISOString(), 'cs', noon, names)).toBe('Dnes')
  expect(day(new Date(2026, 10, 20, 23).toISOString(), 'cs', noon, names)).toBe('Včera')
  expect(day(new Date(2026, 10, 17, 23).toISOString(), 'cs', noon, names)).toMatch(/^úterý 17/)
})

test('words of the office become a sentence', () => {
  expect(sentence('úřad otevírá v 8.00')).toBe('Úřad otevírá v 8.00.')
  expect(sentence('')).toBe('')
})

test('an unknown language is named by its code', () => {
  expect(languageName('uk', 'cs')).toBe('ukrajinština')
  expect(languageName('not a code', 'cs')).toBe('not a code')
})
