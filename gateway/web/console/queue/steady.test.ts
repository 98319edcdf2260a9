import { expect, test } from 'vitest'
import type { Item } from '../api/contract'
import { talk } from '../testing/office'
import { arrivals, steady, type Row } from './steady'

const item = (id: string, preview = ''): Item => talk(id, 'waiting', '2026-11-23T08:00:00Z', { preview }).item
const rows = (...ids: string[]): Row[] => ids.map((id) => ({ item: item(id), gone: false }))
const idsOf = (list: readonly Row[]) => list.map((row) => row.item.conversation)

test('a list nobody points into takes the order of the gateway', () => {
  const list = steady(rows('a', 'b'), [item('b'), item('c'), item('a')], false)

  expect(idsOf(list.rows)).toEqual(['b', 'c', 'a'])
  expect(list.held).toBe(0)
})

test('a still list keeps its order and only counts what is new', () => {
  const list = steady(rows('a', 'b'), [item('c'), item('b'), item('a')], true)

  expect(idsOf(list.rows)).toEqual(['a', 'b'])
  expect(list.held).toBe(1)
})

test('a still list shows what changed in a row', () => {
  const list = steady(rows('a'), [item('a', 'nová zpráva')], true)

  expect(list.rows[0]?.item.preview).toBe('nová zpráva')
})

test('a row that left stays in its place and says so', () => {
  const list = steady(rows('a', 'b'), [item('b')], true)

  expect(list.rows.map((row) => row.gone)).toEqual([true, false])
})

test('an empty list has nothing to hold still', () => {
  expect(idsOf(steady([], [item('a')], true).rows)).toEqual(['a'])
})

test('arrivals are those that were not there before', () => {
  expect(arrivals([item('a')], [item('b'), item('a'), item('c')])).toBe(2)
})
