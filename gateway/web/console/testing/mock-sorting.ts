import type { BulkResult, Clerk, Gap, Hit, Item, QueuePage, SavedView } from '../api/contract'
import { AGENDAS, type Talk } from './office'

type Body = Record<string, unknown>

/** How the mock gateway lists, searches and sorts its conversations. */
export class MockSorting {
  /** What was told of how conversations ended. */
  readonly outcomes = new Map<string, Body>()
  kept: SavedView[] = []
  /** What clerks said the articles lack. */
  gaps: Gap[] = []

  listed(me: Clerk, talks: readonly Talk[], asked: URLSearchParams): Item[] {
    const view = asked.get('view') ?? 'waiting'
    const fits = (key: 'agenda' | 'channel' | 'language', item: Item) => !asked.get(key) || item[key] === asked.get(key)
    return talks
      .filter((talk) => inView(view, me, talk))
      .map((talk) => talk.item)
      .filter((item) => fits('agenda', item) && fits('channel', item) && fits('language', item))
      .filter((item) => !asked.get('unread') || item.unread)
      .filter((item) => !asked.get('overdue') || item.overdue)
      .sort((one, other) => one.since.localeCompare(other.since))
  }

  counted(me: Clerk, talks: readonly Talk[]): Pick<QueuePage, 'counts' | 'agendas'> {
    const count = (view: string) => talks.filter((talk) => inView(view, me, talk)).length
    const waiting = talks.filter((talk) => talk.item.state === 'waiting')
    return {
      counts: {
        waiting: waiting.length,
        mine: count('mine'),
        replied: count('replied'),
        snoozed: count('snoozed'),
        overdue: waiting.filter((talk) => talk.item.overdue).length,
      },
      agendas: AGENDAS.map((each) => ({ ...each, waiting: waiting.filter(({ item }) => item.agenda === each.id).length })),
    }
  }

  views(method: string, body: Body): SavedView[] {
    if (method !== 'GET') this.kept = this.kept.filter((view) => view.name !== body['name'])
    if (method === 'PUT') this.kept = [...this.kept, body as unknown as SavedView]
    return this.kept
  }

  hits(talks: readonly Talk[], words: string): Hit[] {
    return talks.flatMap(({ item, lines }) =>
      lines
        .filter((line) => line.author === 'citizen' && line.text.includes(words))
        .map((line) => {
          const [before, after] = line.text.split(words)
          const parts = [
            { text: before ?? '', hit: false },
            { text: words, hit: true },
            { text: after ?? '', hit: false },
          ]
          const { conversation, channel, state, agendaName } = item
          return { conversation, message: `${conversation}-${line.id}`, author: line.author, at: line.at, channel, state, agendaName, parts }
        }),
    )
  }

  bulk(me: Clerk, talks: readonly Talk[], body: Body, now: string): BulkResult[] {
    return (body['conversations'] as string[]).map((conversation) => {
      const talk = talks.find((each) => each.item.conversation === conversation)
      if (!talk) return { conversation, done: false, why: 'missing' }
      const taken = talk.item.state === 'with-clerk' && talk.item.clerk?.id !== me.id
      if (taken && body['action'] !== 'read') return { conversation, done: false, why: 'taken' }
      if (body['action'] === 'read') talk.item = { ...talk.item, unread: false }
      if (body['action'] === 'close') talk.item = { ...talk.item, state: 'closed', since: now }
      if (body['action'] === 'move') talk.item = { ...talk.item, agenda: String(body['agenda']) }
      return { conversation, done: true }
    })
  }
}

function inView(view: string, me: Clerk, { item, lines }: Talk): boolean {
  const mine = item.state === 'with-clerk' && item.clerk?.id === me.id
  const last = lines.filter((line) => line.author === 'citizen' || line.author === 'clerk').at(-1)
  switch (view) {
    case 'waiting':
      return item.state === 'waiting'
    case 'mine':
      return mine && !item.snoozedUntil
    case 'replied':
      return mine && !item.snoozedUntil && last?.author === 'clerk'
    case 'snoozed':
      return mine && item.snoozedUntil !== undefined
    default:
      return true
  }
}
