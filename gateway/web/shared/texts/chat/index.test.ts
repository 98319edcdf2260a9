// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { languageCodes, type Plural } from '../translate'
import { chatTexts, chatTranslator } from './index'

const forms = (entry: string | Plural): string[] =>
  typeof entry === 'string' ? [entry] : Object.values({ ...entry })

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

describe.each(languageCodes)('the texts in %s', (language) => {
  test('have the placeholders of the Czech ones in every form', () => {
    for (const [key, entry] of Object.entries(chatTexts[language])) {
      const pattern = forms(chatTexts.cs[key as keyof typeof chatTexts.cs])[0] ?? ''
      for (const form of forms(entry)) expect(placeholders(form), key).toEqual(placeholders(pattern))
    }
  })

  test('have no empty text and no straight quotes or three dots', () => {
    for (const [key, entry] of Object.entries(chatTexts[language])) {
      for (const form of forms(entry)) {
        expect(form.trim(), key).not.toBe('')
        expect(form, key).not.toMatch(/["']|\.\.\./)
      }
    }
  })
})

test.each([
  ['cs', 1, '1 nová zpráva'],
  ['cs', 3, '3 nové zprávy'],
  ['cs', 5, '5 nových zpráv'],
  ['uk', 1, '1 нове повідомлення'],
  ['uk', 2, '2 нові повідомлення'],
  ['uk', 11, '11 нових повідомлень'],
  ['uk', 21, '21 нове повідомлення'],
  ['en', 1, '1 new message'],
  ['en', 2, '2 new messages'],
  ['de', 2, '2 neue Nachrichten'],
] as const)('in %s %i messages are counted as "%s"', (language, n, words) => {
  expect(chatTranslator(language)('launcherUnread', { n })).toContain(words)
})
