import type { Item } from '../api/contract'

export interface Row {
  readonly item: Item
  /** The item has left this view but stays in its place while the clerk is pointing here. */
  readonly gone: boolean
}

export interface Steady {
  readonly rows: readonly Row[]
  /** How many new items wait outside until the list may move. */
  readonly held: number
}

/**
 * What the list shows when `fresh` arrives. While it is `still` (the pointer or the focus is in it)
 * every row keeps its place and only its content changes; new rows are counted, not shown.
 */
export function steady(shown: readonly Row[], fresh: readonly Item[], still: boolean): Steady {
  if (!still || shown.length === 0) return { rows: fresh.map((item) => ({ item, gone: false })), held: 0 }
  const byId = new Map(fresh.map((item) => [item.conversation, item]))
  const rows = shown.map((row) => {
    const item = byId.get(row.item.conversation)
    return { item: item ?? row.item, gone: !item }
  })
  const known = new Set(shown.map((row) => row.item.conversation))
  return { rows, held: fresh.filter((item) => !known.has(item.conversation)).length }
}

/** How many of `fresh` were not among `before`. */
export function arrivals(before: readonly Item[], fresh: readonly Item[]): number {
  const known = new Set(before.map((item) => item.conversation))
  return fresh.filter((item) => !known.has(item.conversation)).length
}
