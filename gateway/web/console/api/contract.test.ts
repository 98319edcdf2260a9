import { expect, test } from 'vitest'
import { sameId } from './contract'

test('an id is the same as a number and as a text', () => {
  expect(sameId(895_040_000_000_001, '895040000000001')).toBe(true)
  expect(sameId('k1', 'k1')).toBe(true)
  expect(sameId(1, 2)).toBe(false)
})

test('nobody is not the same as nobody', () => {
  expect(sameId(undefined, undefined)).toBe(false)
  expect(sameId(null, 1)).toBe(false)
})
