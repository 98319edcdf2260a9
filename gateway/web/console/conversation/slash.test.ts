import { expect, test } from 'vitest'
import type { CannedReply } from '../api/aids-api'
import { setOff } from './insertion'
import { matching, slashBefore } from './slash'

test.each([
  ['/', 1, { at: 0, words: '' }],
  ['Dobrý den /hod', 14, { at: 10, words: 'hod' }],
  ['Dobrý den,\n/čas', 15, { at: 11, words: 'čas' }],
  ['/hodiny a dál', 4, { at: 0, words: 'hod' }],
  ['a/b', 3, undefined],
  ['https://', 8, undefined],
  ['č. j. 12/2026', 13, undefined],
  ['/hodiny ', 8, undefined],
  ['', 0, undefined],
])('in "%s" at %i the slash is %o', (text, cursor, slash) => {
  expect(slashBefore(text, cursor)).toEqual(slash)
})

const reply = (shortcut: string, text = ''): CannedReply => ({ id: shortcut, agenda: '', shortcut, text })

test('shortcuts that begin so come first, accents and case do not matter', () => {
  const replies = [reply('uredni-hodiny'), reply('Hodiny'), reply('dekuji', 'Děkuji, máme hodiny.'), reply('rodny-list')]

  expect(matching(replies, 'hod').map(({ id }) => id)).toEqual(['Hodiny', 'uredni-hodiny', 'dekuji'])
  expect(matching(replies, 'DĚK').map(({ id }) => id)).toEqual(['dekuji'])
  expect(matching(replies, 'xyz')).toEqual([])
})

test('the list stays short', () => {
  expect(matching(Array.from({ length: 30 }, (_, at) => reply(`text-${at}`)), 'text')).toHaveLength(8)
})

test.each([
  ['200 Kč', '', '', '200 Kč'],
  ['200 Kč', 'Stojí', '.', ' 200 Kč '],
  ['200 Kč', 'Stojí ', ' dnes', '200 Kč'],
  ['a\n\nb', 'Dobrý den,', '', '\n\na\n\nb'],
  ['a\n\nb', 'Dobrý den,\n', '\nJana', 'a\n\nb'],
])('"%s" between "%s" and "%s" reads as "%s"', (words, before, after, set) => {
  expect(setOff(words, before, after)).toBe(set)
})
