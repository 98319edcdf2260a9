import { beforeEach, expect, test } from 'vitest'
import { draftKey, forgetOldDrafts, readDraft, writeDraft } from './drafts'

const DAY = 24 * 60 * 60 * 1000
const key = draftKey('c1', 'k1', 'reply')

beforeEach(() => localStorage.clear())

test('a draft belongs to one clerk, one conversation and one kind', () => {
  writeDraft(key, 'Dobrý den', 0)

  expect(readDraft(key)).toBe('Dobrý den')
  expect(readDraft(draftKey('c2', 'k1', 'reply'))).toBe('')
  expect(readDraft(draftKey('c1', 'k2', 'reply'))).toBe('')
  expect(readDraft(draftKey('c1', 'k1', 'note'))).toBe('')
})

test('an emptied draft leaves nothing behind', () => {
  writeDraft(key, 'Dobrý den', 0)
  writeDraft(key, '', 1)

  expect(localStorage.length).toBe(0)
})

test('drafts nobody touched for thirty days are forgotten, other things are left alone', () => {
  writeDraft(key, 'starý', 0)
  writeDraft(draftKey('c1', 'k2', 'note'), 'nový', 20 * DAY)
  localStorage.setItem('okenko.draft.broken', '{')
  localStorage.setItem('okenko.console.language', 'en')

  forgetOldDrafts(31 * DAY)

  expect(readDraft(key)).toBe('')
  expect(readDraft(draftKey('c1', 'k2', 'note'))).toBe('nový')
  expect(localStorage.getItem('okenko.draft.broken')).toBeNull()
  expect(localStorage.getItem('okenko.console.language')).toBe('en')
})
