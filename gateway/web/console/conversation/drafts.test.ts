import { beforeEach, expect, test } from 'vitest'
import { draftKey, forgetOldDrafts, readDraft, writeDraft } from './drafts'

const DAY = 24 * 60 * 60 * 1000
const key = draftKey('c1', 'k1', 'reply')

beforeEach(() => localStorage.clear())

test('a draft belongs to one clerk, one conversation and one kind', () => {
  writeDraft(key, { text: 'Dobrý den' }, 0)

  expect(readDraft(key).text).toBe('Dobrý den')
  expect(readDraft(draftKey('c2', 'k1', 'reply')).text).toBe('')
  expect(readDraft(draftKey('c1', 'k2', 'reply')).text).toBe('')
  expect(readDraft(draftKey('c1', 'k1', 'note')).text).toBe('')
})

test('an emptied draft leaves nothing behind', () => {
  writeDraft(key, { text: 'Dobrý den' }, 0)
  writeDraft(key, { text: '' }, 1)

  expect(localStorage.length).toBe(0)
})

test('drafts nobody touched for thirty days are forgotten, other things are left alone', () => {
  writeDraft(key, { text: 'starý' }, 0)
  writeDraft(draftKey('c1', 'k2', 'note'), { text: 'nový' }, 20 * DAY)
  localStorage.setItem('okenko.draft.broken', '{')
  localStorage.setItem('okenko.console.language', 'en')

  forgetOldDrafts(31 * DAY)

  expect(readDraft(key).text).toBe('')
  expect(readDraft(draftKey('c1', 'k2', 'note')).text).toBe('nový')
  expect(localStorage.getItem('okenko.draft.broken')).toBeNull()
  expect(localStorage.getItem('okenko.console.language')).toBe('en')
})

test('a text from another device outlives the text beside it until it is settled', () => {
  const other = { text: 'z domova', at: '2026-11-28T18:00:00Z' }
  writeDraft(key, { text: '', other }, 0)
  expect(readDraft(key).other).toEqual(other)
  writeDraft(key, { text: '', other: undefined }, 1)

  expect(localStorage.length).toBe(0)
})
