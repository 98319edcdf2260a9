import type { Clerk, DraftKind, Id, Item, Line, NewClerk, Onlooker, Presence, QueuePage, Session } from '../api/contract'
import { json, problem, type Body } from './answers'
import { CODE, MockAccount, rightsOf } from './mock-account'
import { MockHooks } from './mock-hooks'
import { MockAids } from './mock-aids'
import { MockHanding } from './mock-handing'
import { MockDesk } from './mock-desk'
import { MockDirectory } from './mock-directory'
import { MockFiles } from './mock-files'
import { MockPerson } from './mock-person'
import { MockSorting } from './mock-sorting'
import { MockTranslations } from './mock-translations'
import { AGENDAS, ARTICLES, clerks, line, PASSWORD, talk, talks, type Talk } from './office'

const PAGE = 25
const LOCKED_AFTER = 5

/**
 * A gateway for tests that speaks the console's contract: session, queue, claim with one winner,
 * messages taken once by client id, who is present, drafts, and changes as server-sent events.
 */
export class MockGateway {
  readonly talks: Talk[]
  readonly clerks: Clerk[] = clerks()
  /** Requests as "POST /api/console/session", oldest first. */
  readonly requests: string[] = []
  /** The id of the clerk who is signed in. */
  signedIn: Id | undefined
  /** No answer to anything while true, as when the network is gone. */
  down = false
  /** Status by which requests whose path contains the key are refused. */
  readonly refusals = new Map<string, number>()
  /** What consoles said they show, oldest first. */
  readonly beats: Presence[] = []
  /** What helps to write. */
  readonly aids = new MockAids()

  /** Lists, views, search and how conversations ended. */
  readonly sorting = new MockSorting()
  /** What the office calls its accounts, when people may sign in with them. */
  outside = ''
  readonly account = new MockAccount()
  readonly hooks = new MockHooks()
  /** The office's people, and what is offered to clerks. */
  readonly directory = new MockDirectory()

  /** What is known of citizens. */
  readonly person = new MockPerson()

  /** Files under replies that are not sent yet. */
  readonly files = new MockFiles()

  readonly translations = new MockTranslations()

  /** What was handed on, and what citizens were asked about it. */
  readonly handing = new MockHanding()

  private readonly desk = new MockDesk()
  private readonly streams = new Set<ReadableStreamDefaultController<Uint8Array>>()
  private readonly taken = new Set<string>()
  private failures = 0
  private lastEvent = 0

  constructor(private readonly clock: () => number = Date.now) {
    this.talks = talks(clock())
  }

  /** Answers one request; rejects when the network is down. */
  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    const method = init.method ?? 'GET'
    this.requests.push(`${method} ${pathname}`)
    if (this.down) throw new TypeError('network down')
    for (const [part, status] of this.refusals) {
      if (pathname.includes(part)) return problem(status)
    }
    if (method !== 'GET' && new Headers(init.headers).get('X-Okenko-Console') !== '1') return problem(403)
    const body = JSON.parse(String(init.body ?? '{}')) as Body
    if (pathname === '/api/answer') return json({ candidates: ARTICLES })
    const path = pathname.replace('/api/console/', '')
    if (path === 'sign-in') return json(this.outside ? { outside: this.outside } : {})
    if (path === 'session') return this.session(method, body)
    const me = this.clerks.find((clerk) => clerk.id === this.signedIn)
    if (!me) return problem(401)
    if (!this.aids.missing && path.startsWith('canned')) return this.aids.canned(method, path, body)
    if (!this.aids.missing && path === 'insert') return this.aids.insert(searchParams.get('q') ?? '')
    const beside = this.account.answer(me, method, path, body) ?? this.hooks.answer(me, method, path, body)
    if (beside) return beside
    const directory = this.directory.answer(me, method, path, body)
    if (directory) return directory
    if (path === 'offers') return this.directory.offered(this.talks.map((each) => each.item))
    if (path.startsWith('offers/')) return this.directory.pass(path)
    const person = this.person.answer(me, method, path, body, this.talks)
    if (person) return person
    if (path === 'institutions') return this.handing.institutions()
    if (path.startsWith('blocks')) return this.handing.blocked(method, path)
    if (path === 'queue') return this.queue(me, searchParams)
    if (path === 'views') return json({ views: this.sorting.views(method, body) })
    if (path === 'search') return json({ hits: this.sorting.hits(this.talks, searchParams.get('q') ?? '') })
    if (path === 'gaps') return json({ gaps: this.sorting.gaps })
    if (path === 'bulk') return json({ results: this.sorting.bulk(me, this.talks, body, this.now()) })
    if (path === 'events') return this.events(init.signal ?? undefined)
    if (path === 'presence') {
      this.beats.push(body as unknown as Presence)
      return new Response(null, { status: 204 })
    }
    if (path.startsWith('clerks')) return this.people(me, method, path, body)
    const [, id, action] = /^conversations\/([^/]+)\/?(.*)$/.exec(path) ?? []
    const talk = decodeURIComponent(id ?? '')
    if (action?.startsWith('draft/files')) return this.files.answer(method, String(me.id), talk, action, body)
    if (action?.startsWith('translations')) {
      return this.translations.answer(method, this.find(talk)?.item.language ?? '', action, body)
    }
    return this.conversation(me, talk, method === 'DELETE' ? `un${action}` : (action ?? ''), body)
  }

  /** A citizen starts to wait. */
  arrives(id: string, preview: string): void {
    this.talks.push(talk(id, 'waiting', this.now(), { preview }))
    this.tell(id)
  }

  /** A waiting conversation is offered to whoever is at the console. */
  offers(id: string, seconds: number): void {
    this.directory.offers.set(id, seconds)
    this.tell(id)
  }

  /** A citizen writes into a conversation. */
  says(id: string, text: string): void {
    this.append(this.find(id)!, { ...line(0, 'citizen', text, this.now()) })
    this.tell(id)
  }

  /** Somebody else takes a conversation; with `silently` no event tells of it. */
  takenBy(clerk: string, id: string, silently = false): void {
    const holder = this.clerks.find((known) => known.id === clerk)!
    const found = this.find(id)!
    const { snoozedUntil: _, ...item } = found.item
    found.item = { ...item, state: 'with-clerk', since: this.now(), clerk: { id: holder.id, name: holder.name } }
    if (!silently) this.tell(id)
  }

  /** A colleague has the conversation open, perhaps writing; with an empty list nobody has. */
  lookedAtBy(onlookers: readonly Onlooker[], id: string): void {
    this.desk.present.set(id, onlookers)
    this.tell(id)
  }

  /** What the gateway keeps of a clerk's draft. */
  draftOf(clerk: string, id: string, kind: DraftKind = 'reply'): string | undefined {
    return this.desk.draft(clerk, id, kind)
  }

  /** A clerk writes on another computer. */
  draftedElsewhere(clerk: string, id: string, text: string, kind: DraftKind = 'reply'): void {
    this.desk.keep(clerk, id, { kind, text }, this.now())
  }

  /** The holder was away for long: the conversation waits again. */
  goesBack(id: string): void {
    this.turn(this.find(id)!, 'waiting')
  }

  /** Cuts every stream, as a restart would. */
  hangUp(): void {
    this.streams.forEach((stream) => stream.close())
    this.streams.clear()
  }

  get listeners(): number {
    return this.streams.size
  }

  private session(method: string, body: Body): Response {
    if (method === 'DELETE') {
      this.signedIn = undefined
      this.hangUp()
      return new Response(null, { status: 204 })
    }
    if (method === 'POST') {
      if (this.failures >= LOCKED_AFTER) return problem(429, {}, { 'Retry-After': '840' })
      const clerk = this.clerks.find((known) => known.signIn === body['name'] && known.active)
      if (!clerk || body['password'] !== PASSWORD) {
        this.failures++
        return problem(401)
      }
      if (this.account.factors.has(String(clerk.id)) && body['code'] !== CODE) {
        return problem(401, { code: body['code'] ? 'wrong' : 'missing' })
      }
      this.failures = 0
      this.signedIn = clerk.id
    }
    const clerk = this.clerks.find((known) => known.id === this.signedIn)
    if (!clerk) return problem(401)
    return json({
      clerk,
      office: { name: 'Městský úřad Lipová' },
      rights: rightsOf(clerk.role),
      secondFactor: this.account.factorOf(clerk),
    } satisfies Session)
  }

  private queue(me: Clerk, asked: URLSearchParams): Response {
    const shown = this.sorting.listed(me, this.talks, asked)
    const start = Number(asked.get('after') ?? 0)
    const next = start + PAGE
    return json({
      items: shown.slice(start, next),
      ...(next < shown.length && { next: String(next) }),
      ...this.sorting.counted(me, this.talks),
    } satisfies QueuePage)
  }

  private conversation(me: Clerk, id: string, action: string, body: Body): Response {
    const found = this.find(id)
    if (!found) return problem(404)
    const mine = found.item.state === 'with-clerk' && found.item.clerk?.id === me.id
    if (action === 'read') {
      found.item = { ...found.item, unread: false }
      return new Response(null, { status: 204 })
    }
    if (action === '') {
      const { item, lines, history, limits } = found
      return json({ conversation: item, lines, history, ...(limits && { limits }), ...this.handing.of(id) })
    }
    if (['suggestion', 'canned', 'approve'].includes(action)) {
      return this.aids.missing ? problem(404) : this.aid(me, found, action, body)
    }
    if (action === 'colleagues') return this.handing.colleagues(this.directory.people, me)
    if (action === 'claim') return this.claim(me, found)
    if (action === 'desk') return json(this.desk.of(String(me.id), id))
    if (action === 'draft') {
      this.desk.keep(String(me.id), id, body as { kind: DraftKind; text: string }, this.now())
      return new Response(null, { status: 204 })
    }
    if (action === 'note') {
      this.desk.keep(String(me.id), id, { kind: 'note', text: '' }, this.now())
      return this.write(found, { ...this.written(body, 'note'), name: me.name }, body)
    }
    if (!mine) return problem(409)
    if (action === 'reply') {
      this.desk.keep(String(me.id), id, { kind: 'reply', text: '' }, this.now())
      const files = this.files.take((body['files'] as unknown[] | undefined) ?? [])
      const said = { ...this.written(body, 'clerk'), name: me.name, delivery: 'delivered' as const }
      const sent = files.map(({ id: file, name, size }) => ({ id: file, name, size, state: 'clean' as const }))
      return this.write(found, files.length > 0 ? { ...said, files: sent } : said, body)
    }
    if (action === 'snooze') {
      found.item = { ...found.item, snoozedUntil: String(body['until']) }
      this.tell(id)
      return json(found.item)
    }
    if (action === 'close') this.sorting.outcomes.set(id, body)
    if (action === 'transfer') return this.transfer(me, found, body)
    if (action === 'join') {
      this.handing.joined.push([id, String(body['with'])])
      return json({ conversation: body['with'] })
    }
    if (action === 'block') {
      this.handing.block(me, id, found.item.channel, body)
      this.turn(found, 'closed')
      return new Response(null, { status: 204 })
    }
    if (action.includes('referral')) return this.refer(found, action, body)
    return this.turn(found, action === 'close' ? 'closed' : 'with-bot')
  }

  private aid(me: Clerk, found: Talk, action: string, body: Body): Response {
    const { conversation, agenda, state, clerk } = found.item
    if (action === 'suggestion') return this.aids.suggestion(conversation)
    if (action === 'canned') return this.aids.cannedIn(agenda, me.name)
    if (state !== 'waiting' && clerk?.id !== me.id) return problem(409)
    const { flag: _, ...item } = found.item
    found.item = item
    this.desk.keep(String(me.id), conversation, { kind: 'reply', text: '' }, this.now())
    this.turn(found, 'with-bot')
    return this.write(found, { ...this.written(body, 'clerk'), name: me.name, delivery: 'delivered' }, body)
  }

  private refer(found: Talk, action: string, body: Body): Response {
    const response = this.handing.refer(found.item.conversation, action, body)
    if (response.ok && action === 'referral/passed') this.turn(found, 'closed')
    return response
  }

  /** The citizen says yes or no to what was asked. */
  consents(id: string, yes: boolean): void {
    this.handing.answered(id, yes)
    this.tell(id)
  }

  private transfer(me: Clerk, found: Talk, { agenda, person, note }: Body): Response {
    const to = AGENDAS.find((each) => each.id === agenda)
    const colleague = this.directory.people.find((each) => each.id === person)
    if (!to && !colleague) return problem(400)
    if (colleague?.awayUntil) return problem(409, { instead: { name: 'Jana Nová', person: 'p1' } })
    if (to) found.item = { ...found.item, agenda: to.id, agendaName: to.name }
    this.handing.handed(found.item.conversation, { by: me.name, ...(colleague && { to: colleague.name }), ...(note ? { note: String(note) } : {}), at: this.now() })
    this.append(found, line(0, 'office', `Předáno: ${to?.name ?? 'kolegovi'}.`, this.now()))
    if (note) this.append(found, { ...line(0, 'note', String(note), this.now()), name: me.name })
    return this.turn(found, 'waiting')
  }

  private claim(me: Clerk, found: Talk): Response {
    const holder = found.item.clerk
    if (holder && holder.id !== me.id) return problem(409, { clerk: { name: holder.name } })
    this.takenBy(String(me.id), found.item.conversation)
    return json(found.item)
  }

  private turn(found: Talk, state: Item['state']): Response {
    const { clerk: _, snoozedUntil: __, ...item } = found.item
    found.item = { ...item, state, since: this.now() }
    this.tell(item.conversation)
    return json(found.item)
  }

  private write(found: Talk, written: Line, body: Body): Response {
    const clientId = String(body['clientId'])
    if (!this.taken.has(clientId)) {
      this.taken.add(clientId)
      this.append(found, written)
      this.tell(found.item.conversation)
    }
    return json({ id: clientId }, 202)
  }

  private written(body: Body, author: Line['author']): Line {
    return line(0, author, String(body['text']), this.now())
  }

  private append(found: Talk, added: Line): void {
    const seq = Math.max(0, ...found.lines.map((each) => each.seq)) + 1
    found.lines = [...found.lines, { ...added, seq, id: `m${seq}` }]
  }

  private people(me: Clerk, method: string, path: string, body: Body): Response {
    if (me.role !== 'admin') return problem(403)
    if (method === 'GET') return json({ clerks: this.clerks })
    if (path.endsWith('/password')) return new Response(null, { status: 204 })
    const changed = this.account.person(this.clerks, path, method, body)
    if (changed) return changed
    const { password: _, yourPassword: __, ...added } = body as unknown as NewClerk
    if (this.clerks.some((clerk) => clerk.signIn === added.signIn)) return problem(409)
    this.clerks.push({ ...added, id: `c${this.clerks.length + 1}`, active: true, secondFactor: false })
    return json({}, 201)
  }

  private events(signal: AbortSignal | undefined): Response {
    const streams = this.streams
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        streams.add(stream)
        stream.enqueue(new TextEncoder().encode(': hello\n\n'))
        signal?.addEventListener('abort', () => streams.delete(stream))
      },
    })
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } })
  }

  /** Somebody waits longer than was promised. */
  exceeds(id: string): void {
    this.tell(id, 'overdue')
  }

  private tell(conversation: string, type = 'change'): void {
    const found = this.find(conversation)!
    const data = JSON.stringify({ conversation, state: found.item.state, seq: found.lines.length })
    const event = new TextEncoder().encode(`id: ${++this.lastEvent}\nevent: ${type}\ndata: ${data}\n\n`)
    this.streams.forEach((stream) => stream.enqueue(event))
  }

  private find(id: string): Talk | undefined {
    return this.talks.find((each) => each.item.conversation === id)
  }

  private now(): string {
    return new Date(this.clock()).toISOString()
  }
}
