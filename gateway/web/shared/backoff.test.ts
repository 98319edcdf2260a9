// @vitest-environment node
import { expect, test } from 'vitest'
import { backoff } from './backoff'

test.each([
  [0, 0, 500],
  [0, 0.999, 1000],
  [2, 0, 2000],
  [20, 0, 15_000],
  [20, 0.999, 29_985],
])('after %i failures with chance %d the wait is %i ms', (failures, chance, wait) => {
  expect(backoff(failures, () => chance)).toBe(wait)
})
