// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MockGateway } from '../testing/mock-gateway.ts'
import { Chat } from './chat'
import { Gateway } from './gateway'
import { Memory } from './memory'
import type { ChatState, News } from './state'
import { Texts } from './texts'

class TabStorage implements Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  readonly values = new Map<string, string>()
  getItem = (key: string): string | null => this.values.get(key) ?? null
  setItem = (key: string, value: string): void => void this.values.set(key, value)
  removeItem = (key: string): void => void this.values.delete(key)
}

let gateway: MockGateway
let tab: TabStorage
let chats: Chat[]
let news: News[]
const page = new EventTarget()

beforeEach(async () => {
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  gateway = new MockGateway()
  await gateway.start()
  tab = new TabStorage()
  chats = []
  news = []
})

afterEach(() => {
  for (const chat of chats) chat.stop()
  gateway.stop()
  vi.unstubAllGlobals()
})

function open(): Chat {
  const base = `${gateway.origin}/`
  const chat = new Chat({
    gateway: new Gateway(base),
    memory: new Memory(base, { session: tab as unknown as Storage, local: undefined }),
    texts: new Texts(base),
    languages: ['cs'],
    page: false,
  })
  chats.push(chat)
  chat.listen((item) => news.push(item))
  chat.start()
  return chat
}

const until = (chat: Chat, holds: (state: ChatState) => boolean): Promise<void> =>
  vi.waitFor(() => {
    if (!holds(chat.state)) throw new Error(JSON.stringify({ ...chat.state, office: undefined }))
  }, 5_000)

const setOnline = (onLine: boolean): void => {
  vi.stubGlobal('navigator', { onLine })
  page.dispatchEvent(new Event(onLine ? 'online' : 'offline'))
}

const answers = (state: ChatState): number => state.messages.filter(({ author }) => author === 'bot').length
const announced = (): number => news.filter(({ kind }) => kind === 'message').length

test('a conversation begins with the first message, not with the first look', async () => {
  const chat = open()
  await until(chat, ({ office }) => office !== undefined)

  expect(gateway.conversations).toHaveLength(0)

  chat.send('kolik stojí občanka')
  await until(chat, (state) => answers(state) === 1)

  expect(gateway.conversations).toHaveLength(1)
  expect(chat.state.pending).toEqual([])
  expect(chat.state.messages.map(({ author }) => author)).toEqual(['citizen', 'bot'])
})

test('what is written offline goes out once, in order, when the connection is back', async () => {
  const chat = open()
  setOnline(false)
  chat.send('první')
  chat.send('druhá')

  expect(chat.state.pending.map(({ status }) => status)).toEqual(['waiting', 'waiting'])

  setOnline(true)
  await until(chat, (state) => answers(state) === 2)

  expect(gateway.last.lines.filter(({ author }) => author === 'citizen').map(({ text }) => text)).toEqual(['první', 'druhá'])
})

test('a queued message survives a reload and keeps its client id', async () => {
  const before = open()
  setOnline(false)
  before.send('počká si')
  before.write('rozepsáno')
  const [queued] = before.state.pending
  before.stop()
  const after = open()

  expect(after.state.draft).toBe('rozepsáno')
  expect(after.state.pending[0]?.clientId).toBe(queued?.clientId)

  setOnline(true)
  await until(after, (state) => answers(state) === 1)
})

test('after a reload the transcript is back and nothing of it is announced again', async () => {
  const before = open()
  before.send('kolik stojí občanka')
  await until(before, (state) => answers(state) === 1)
  before.stop()
  expect(announced()).toBe(1)

  const after = open()
  await until(after, (state) => answers(state) === 1 && !state.restoring)

  expect(announced()).toBe(1)

  gateway.say(gateway.last, { author: 'clerk', name: 'Jana', text: 'Dobrý den' })
  await until(after, ({ messages }) => messages.length === 3)

  expect(announced()).toBe(2)
})

test('a broken stream resumes without doubling', async () => {
  const chat = open()
  chat.send('kolik stojí občanka')
  await until(chat, (state) => answers(state) === 1)
  gateway.cut()
  await until(chat, ({ connection }) => connection === 'reconnecting')
  gateway.say(gateway.last, { author: 'clerk', name: 'Jana', text: 'mezitím' })
  await until(chat, ({ messages, connection }) => messages.length === 3 && connection === 'online')

  expect(chat.state.messages.map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(announced()).toBe(2)
})

test('a message refused for good can be tried again or dropped', async () => {
  const chat = open()
  chat.send('odmítni')
  await until(chat, ({ pending }) => pending[0]?.status === 'failed')
  chat.send('a tohle ano')
  await until(chat, (state) => answers(state) === 1)
  chat.drop(chat.state.pending[0]?.clientId ?? '')

  expect(chat.state.pending).toEqual([])
})

test('when asked to slow down the chat waits as long as it is told', async () => {
  gateway.fault = { path: '/api/chat', status: 429, retryAfter: 1 }
  const chat = open()
  chat.send('kolik stojí občanka')
  await until(chat, ({ limitedFor }) => limitedFor === 1)
  gateway.fault = undefined
  await until(chat, (state) => answers(state) === 1 && state.limitedFor === undefined)
})

test('an expired conversation is said to be so, and the unsent text goes to a new one', async () => {
  const chat = open()
  chat.send('první')
  await until(chat, (state) => answers(state) === 1)
  gateway.conversations.length = 0
  chat.send('druhá')
  await until(chat, ({ phase }) => phase === 'expired')
  chat.startAnew()
  await until(chat, (state) => answers(state) === 1 && state.messages[0]?.text === 'druhá')

  expect(news.filter(({ kind }) => kind === 'expired')).toHaveLength(1)
})

test('the token is kept out of every address', async () => {
  const addresses: string[] = []
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    addresses.push(url)
    return real(url, init)
  })
  const chat = open()
  chat.send('kolik stojí občanka')
  await until(chat, (state) => answers(state) === 1)

  expect(addresses.length).toBeGreaterThan(3)
  for (const address of addresses) expect(address).not.toContain(gateway.last.token)
})

test('messages of others are unread while the panel is closed', async () => {
  const chat = open()
  chat.show(true)
  chat.send('kolik stojí občanka')
  await until(chat, (state) => answers(state) === 1)
  chat.show(false)
  gateway.say(gateway.last, { author: 'clerk', name: 'Jana', text: 'Dobrý den' })
  await until(chat, ({ messages }) => messages.length === 3)

  expect(chat.state.lastSeq - chat.state.readSeq).toBe(1)

  chat.show(true)

  expect(chat.state.lastSeq).toBe(chat.state.readSeq)
})

test('the way to a person is told step by step', async () => {
  const chat = open()
  chat.send('Mluvit s člověkem', 'handoff')
  await until(chat, ({ phase, place }) => phase === 'waiting' && place === 2)
  gateway.change(gateway.last, { place: 1 })
  await until(chat, ({ place }) => place === 1)
  gateway.change(gateway.last, { state: 'with-clerk', clerk: { name: 'Jana Nová', agenda: 'Doklady' } })
  await until(chat, ({ phase }) => phase === 'with-clerk')
  await chat.end()
  await until(chat, ({ phase }) => phase === 'closed')
  await chat.rate(5, '')

  expect(news.map(({ kind }) => kind).filter((kind) => !['message', 'answering'].includes(kind))).toEqual([
    'place',
    'place',
    'clerk',
    'closed',
    'rated',
  ])
})

test('forgetting leaves nothing on the device', async () => {
  const chat = open()
  chat.send('kolik stojí občanka')
  await until(chat, (state) => answers(state) === 1)
  chat.forget()

  expect(chat.state.messages).toEqual([])
  expect(tab.values.size).toBe(0)
})

test.each([
  ['empty', '   '],
  ['too long', 'a'.repeat(4001)],
])('a text that is %s is not sent', (_, text) => {
  const chat = open()

  expect(chat.send(text)).toBe(false)
  expect(chat.state.pending).toEqual([])
})

test('a gateway that refuses this page leaves no trace on it', async () => {
  gateway.fault = { path: '/api/office', status: 403 }
  const chat = open()

  await until(chat, ({ officeState }) => officeState === 'blocked')
})
