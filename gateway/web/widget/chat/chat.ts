import { Problem } from '../../shared/api'
import { backoff } from '../../shared/backoff'
import type { EventStream, ServerEvent } from '../../shared/events'
import { chooseLanguage, type LanguageCode } from '../../shared/texts/translate'
import type { Gateway } from './gateway'
import { type Memory, outboxLimit } from './memory'
import { Outbox } from './outbox'
import type { ChatState, Connection, News } from './state'
import { Store } from './store'
import type { Texts } from './texts'
import { withMessage, withoutArrived, withSending } from './transcript'
import { type ChatMessage, type ChatStatus, readMessage, readStatus } from './wire'

/** The longest message the gateway takes. */
export const textLimit = 4000

/** How long a lost connection stays unmentioned: most come back at once. */
const disturbedAfter = 1500

export interface ChatOptions {
  readonly gateway: Gateway
  readonly memory: Memory
  readonly texts: Texts
  /** Wishes for the language, best first, after the citizen's own choice. */
  readonly languages: readonly (string | null | undefined)[]
  /** Always open, as on the full page. */
  readonly page: boolean
}

/** One citizen's chat with one gateway: its state, and what can be done in it. Knows nothing of how it is shown. */
export class Chat {
  readonly #store: Store
  readonly #outbox: Outbox
  #stream: EventStream | undefined
  #streamOpen = false
  #token: string
  #opening: Promise<string> | undefined
  #disturbance: ReturnType<typeof setTimeout> | undefined
  #officeTimer: ReturnType<typeof setTimeout> | undefined
  #officeFailures = 0
  readonly #options: ChatOptions

  constructor(options: ChatOptions) {
    this.#options = options
    const kept = options.memory.load()
    this.#token = kept.token
    const start: ChatState = {
      officeState: 'loading',
      office: undefined,
      language: chooseLanguage(kept.language, ...options.languages),
      open: kept.open || options.page,
      connection: 'online',
      disturbed: false,
      phase: kept.token === '' ? 'first-contact' : 'with-bot',
      restoring: kept.token !== '',
      answering: false,
      place: undefined,
      wait: undefined,
      clerk: undefined,
      officeOpen: true,
      openText: '',
      rated: false,
      receipt: undefined,
      mail: false,
      copy: false,
      messages: [],
      pending: kept.outbox.map((draft) => ({ ...draft, status: 'waiting' })),
      lastSeq: kept.lastSeq,
      readSeq: kept.readSeq,
      draft: kept.draft,
      remember: kept.remember,
      limitedFor: undefined,
    }
    let chosen = kept.language
    this.#store = new Store(start, (state) => {
      if (state.language !== start.language) chosen = state.language
      this.#keep(state, chosen)
    })
    this.#outbox = new Outbox(this.#store, {
      send: async (message) => options.gateway.send(await this.#conversation(), message, this.state.language),
      expired: () => this.#expire(),
    })
  }

  get state(): ChatState {
    return this.#store.state
  }

  /** Where the gateway lives, with a slash at the end. */
  get base(): string {
    return this.#options.gateway.base
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener)
  }

  listen(listener: (news: News) => void): () => void {
    return this.#store.listen(listener)
  }

  start(): void {
    addEventListener('online', this.#cameOnline)
    addEventListener('offline', this.#wentOffline)
    if (!navigator.onLine) this.#store.set({ connection: 'offline', disturbed: true })
    void this.#begin()
    if (this.#token !== '') this.#connect()
    void this.#outbox.flush()
  }

  stop(): void {
    removeEventListener('online', this.#cameOnline)
    removeEventListener('offline', this.#wentOffline)
    clearTimeout(this.#disturbance)
    clearTimeout(this.#officeTimer)
    this.#outbox.stop()
    this.#stream?.close()
  }

  // What a citizen does

  /** Returns false, and does nothing, when the text is empty, too long or too many messages wait already. */
  send(text: string, choice = ''): boolean {
    const said = text.trim()
    const { pending, phase } = this.state
    if (said === '' || said.length > textLimit || pending.length >= outboxLimit) return false
    if (phase === 'expired' || phase === 'closed') this.startAnew()
    const draft = { clientId: newId(), text: said, choice, at: new Date().toISOString() }
    this.#store.set({
      pending: [...this.state.pending, { ...draft, status: 'waiting' }],
      ...(choice === '' ? { draft: '' } : {}),
    })
    void this.#outbox.flush()
    return true
  }

  /** Asks about a life situation as if its title had been pressed; nothing when there is none of that name. */
  async ask(slug: string): Promise<void> {
    const title = await this.#options.gateway.title(slug, this.state.language).catch(() => '')
    this.send(title, `about:${slug}:answer`)
  }

  retry(clientId: string): void {
    this.#store.set({ pending: withSending(this.state.pending, clientId, 'waiting') })
    this.#outbox.hurry()
  }

  drop(clientId: string): void {
    this.#store.set({ pending: this.state.pending.filter((item) => item.clientId !== clientId) })
  }

  /** Says aloud that the text is `n` characters too long. */
  complain(n: number): void {
    this.#store.tell({ kind: 'tooLong', n })
  }

  write(draft: string): void {
    this.#store.set({ draft })
  }

  /** Opens or closes the panel. */
  show(open: boolean): void {
    this.#store.set({ open, ...(open ? { readSeq: this.state.lastSeq } : {}) })
  }

  async speak(language: LanguageCode): Promise<void> {
    if (!(await this.#options.texts.load(language))) return
    this.#store.set({ language })
    await this.loadOffice()
  }

  remember(remember: boolean): void {
    this.#store.set({ remember })
  }

  /** Removes every trace from this device and begins anew. */
  forget(): void {
    this.#leave()
    this.#store.set({ pending: [], draft: '', remember: false })
    this.#options.memory.forget()
  }

  /** Leaves a conversation that is over; unsent messages go to the new one. */
  startAnew(): void {
    this.#leave()
    void this.#outbox.flush()
  }

  async end(): Promise<void> {
    if (this.#token !== '') await this.#options.gateway.close(this.#token)
  }

  /** Leaves who waits for a person, to be answered by e-mail. */
  leave(email: string): Promise<void> {
    return this.#options.gateway.leave(this.#token, email)
  }

  /** Has the transcript mailed; returns whether it went, or first a code. */
  copy(email: string, code: string): Promise<boolean> {
    return this.#options.gateway.copy(this.#token, email, code, this.state.language)
  }

  /** What is to be kept as a file: all that was said, or what a clerk sent along. */
  file(path: string): Promise<Blob> {
    return this.#options.gateway.file(this.#token, path)
  }

  async rate(score: number, comment: string): Promise<void> {
    await this.#options.gateway.rate(this.#token, score, comment)
    this.#store.set({ rated: true })
    this.#store.tell({ kind: 'rated' })
  }

  /** Asks for the office again after a failure. */
  async loadOffice(): Promise<void> {
    clearTimeout(this.#officeTimer)
    try {
      if (!(await this.#options.texts.load(this.state.language))) throw new Error('no words')
      const office = await this.#options.gateway.office(this.state.language)
      this.#officeFailures = 0
      if (office === undefined) this.#store.set({ officeState: 'blocked' })
      else this.#store.set({ officeState: 'ready', office, officeOpen: office.open, openText: office.openText })
    } catch (error) {
      if (error instanceof Problem && error.status < 500 && error.status !== 429) {
        this.#store.set({ officeState: 'blocked' })
        return
      }
      if (this.state.office === undefined) this.#store.set({ officeState: 'unreachable' })
      this.#officeTimer = setTimeout(() => void this.loadOffice(), backoff(2 + this.#officeFailures++))
    }
  }

  // What the server does

  async #begin(): Promise<void> {
    const spoken = await this.#options.texts.load(this.state.language)
    if (!spoken) this.#store.set({ language: 'cs' })
    await this.loadOffice()
  }

  async #conversation(): Promise<string> {
    if (this.#token !== '') return this.#token
    this.#opening ??= this.#options.gateway.open(this.state.language).finally(() => {
      this.#opening = undefined
    })
    const token = await this.#opening
    if (this.#token === '') {
      this.#token = token
      this.#store.set({ phase: 'with-bot' })
      this.#connect()
    }
    return this.#token
  }

  #connect(): void {
    this.#stream?.close()
    this.#stream = this.#options.gateway.events(this.#token, {
      onEvent: (event) => this.#receive(event),
      onConnection: (state) => {
        this.#streamOpen = state === 'open'
        if (this.#streamOpen) this.#connection('online')
        else this.#connection(navigator.onLine ? 'reconnecting' : 'offline')
        if (this.#streamOpen) void this.#outbox.flush()
      },
      onRefused: () => this.#expire(),
    })
  }

  #receive({ type, data }: ServerEvent): void {
    let value: unknown
    try {
      value = JSON.parse(data)
    } catch {
      return
    }
    if (type === 'message') {
      const message = readMessage(value)
      if (message !== undefined) this.#receiveMessage(message)
    } else if (type === 'state') {
      const status = readStatus(value)
      if (status !== undefined) this.#receiveStatus(status)
    }
  }

  #receiveMessage(message: ChatMessage): void {
    const { messages, pending, lastSeq, readSeq, open } = this.state
    const isNew = message.seq > lastSeq
    const seen = open || message.author === 'citizen'
    this.#store.set({
      messages: withMessage(messages, message),
      pending: withoutArrived(pending, message),
      lastSeq: Math.max(lastSeq, message.seq),
      readSeq: seen ? Math.max(readSeq, message.seq) : readSeq,
      restoring: false,
    })
    if (isNew && message.author !== 'citizen') this.#store.tell({ kind: 'message', message })
  }

  #receiveStatus(status: ChatStatus): void {
    const before = this.state
    const { state: phase, answering, place, wait, clerk, rated, receipt, mail = false, copy = false } = status
    this.#store.set({
      ...{ phase, answering, place, wait, clerk, rated, receipt, mail, copy },
      officeOpen: status.open,
      // The office's own words are in the language of the interface, those here in that of the conversation.
      openText: (status.open !== before.officeOpen && status.openText) || before.openText,
      restoring: false,
    })
    if (before.restoring) return
    if (answering && !before.answering) this.#store.tell({ kind: 'answering' })
    if (phase === 'waiting' && place !== undefined && (before.phase !== phase || before.place !== place)) {
      this.#store.tell({ kind: 'place', place })
    }
    if (phase === 'with-clerk' && clerk !== undefined && before.clerk?.name !== clerk.name) {
      this.#store.tell({ kind: 'clerk', ...clerk })
    }
    if (phase === 'closed' && before.phase !== phase) this.#store.tell({ kind: 'closed' })
  }

  #connection(connection: Connection): void {
    const { connection: before, disturbed } = this.state
    if (connection === 'online') {
      clearTimeout(this.#disturbance)
      this.#disturbance = undefined
      this.#store.set({ connection, disturbed: false })
      if (disturbed) this.#store.tell({ kind: 'connection', connection })
      return
    }
    if (before !== connection) this.#store.set({ connection })
    if (disturbed) return
    this.#disturbance ??= setTimeout(() => {
      this.#disturbance = undefined
      this.#store.set({ disturbed: true })
      this.#store.tell({ kind: 'connection', connection: this.state.connection })
    }, disturbedAfter)
  }

  #expire(): void {
    if (this.state.phase === 'expired') return
    this.#disconnect()
    this.#connection('online')
    this.#store.set({ phase: 'expired', answering: false, restoring: false })
    this.#store.tell({ kind: 'expired' })
  }

  #leave(): void {
    this.#disconnect()
    this.#store.set({
      phase: 'first-contact',
      restoring: false,
      answering: false,
      place: undefined,
      wait: undefined,
      clerk: undefined,
      rated: false,
      receipt: undefined,
      messages: [],
      lastSeq: 0,
      readSeq: 0,
    })
  }

  #disconnect(): void {
    this.#stream?.close()
    this.#stream = undefined
    this.#streamOpen = false
    this.#token = ''
  }

  readonly #cameOnline = (): void => {
    this.#connection(this.#stream === undefined ? 'online' : 'reconnecting')
    this.#stream?.hurry()
    if (this.state.office === undefined) void this.loadOffice()
    this.#outbox.hurry()
  }

  readonly #wentOffline = (): void => this.#connection('offline')

  #keep(state: ChatState, language: string): void {
    const { lastSeq, readSeq, draft, open, remember } = state
    this.#options.memory.save({
      token: this.#token,
      ...{ lastSeq, readSeq, draft, open, remember, language },
      outbox: state.pending
        .filter(({ status }) => status !== 'sent')
        .map(({ clientId, text, choice, at }) => ({ clientId, text, choice, at })),
    })
  }
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
