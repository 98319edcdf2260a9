import type { Filter, View } from './contract'

export const VIEWS: readonly View[] = ['waiting', 'mine', 'replied', 'snoozed', 'all']

/** Everybody who waits. */
export const EVERYTHING: Filter = { view: 'waiting', agenda: '', channel: '', language: '', unread: false, overdue: false }

/** The filter as it may be asked: only open conversations are unread or overdue. */
export function askable(filter: Filter): Filter {
  return filter.view === 'all' ? { ...filter, unread: false, overdue: false } : filter
}

/** How many filters beside view and agenda narrow the list. */
export function narrowed({ channel, language, unread, overdue }: Filter): number {
  return [channel, language, unread, overdue].filter(Boolean).length
}

export function sameFilter(one: Filter, other: Filter): boolean {
  return (Object.keys(EVERYTHING) as (keyof Filter)[]).every((key) => one[key] === other[key])
}

/** What was kept as text; whatever is not a filter any more is as at the beginning. */
export function readFilter(kept: string | null): Filter {
  try {
    const given = JSON.parse(kept ?? '{}') as Partial<Record<keyof Filter, unknown>>
    const words = (value: unknown) => (typeof value === 'string' ? value : '')
    return askable({
      view: VIEWS.find((known) => known === given.view) ?? 'waiting',
      agenda: words(given.agenda),
      channel: words(given.channel),
      language: words(given.language),
      unread: given.unread === true,
      overdue: given.overdue === true,
    })
  } catch {
    return EVERYTHING
  }
}
