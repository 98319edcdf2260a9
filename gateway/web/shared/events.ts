import { Problem, problemOf, reach } from './api'
import { backoff } from './backoff'
import { EventParser, type ServerEvent } from './event-parser'

export type { ServerEvent } from './event-parser'

export interface EventSourceOptions {
  readonly url: string
  /** Sent with every connection; read anew each time. */
  readonly headers?: () => Readonly<Record<string, string>>
  readonly credentials?: RequestCredentials
  /** Where to resume; without it the server starts from the beginning. */
  readonly lastEventId?: string
  readonly onEvent: (event: ServerEvent) => void
  /** open: the stream runs. lost: it broke and will be tried again in `delay` ms. */
  readonly onConnection: (state: 'open' | 'lost', delay?: number) => void
  /** The server refused for good (4xx other than 429): no further try is made. */
  readonly onRefused: (problem: Problem) => void
  /** No byte for so long means the line is dead. The server sends a heartbeat every 20 s at most. */
  readonly silenceLimit?: number
  /** 0 ≤ x < 1; for tests. */
  readonly random?: () => number
}

export interface EventStream {
  /** Connects anew at once, e.g. when the browser comes online, and resumes where it was. */
  hurry(): void
  close(): void
}

/** Server-sent events over fetch: with headers, resuming by Last-Event-ID, reconnecting with jittered back-off. */
export function openEvents(options: EventSourceOptions): EventStream {
  const stream = new Stream(options)
  stream.connect()
  return stream
}

class Stream implements EventStream {
  #lastEventId: string | undefined
  #failures = 0
  #closed = false
  #controller = new AbortController()
  #retryTimer: ReturnType<typeof setTimeout> | undefined
  #silenceTimer: ReturnType<typeof setTimeout> | undefined
  readonly #options: EventSourceOptions

  constructor(options: EventSourceOptions) {
    this.#options = options
    this.#lastEventId = options.lastEventId
  }

  connect(): void {
    this.#retryTimer = undefined
    this.#controller = new AbortController()
    const controller = this.#controller
    this.#run(controller).catch((error: unknown) => {
      if (this.#closed || controller !== this.#controller) return
      this.#failed(error)
    })
  }

  hurry(): void {
    if (this.#closed) return
    clearTimeout(this.#retryTimer)
    const previous = this.#controller
    this.connect()
    previous.abort()
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#retryTimer)
    clearTimeout(this.#silenceTimer)
    this.#controller.abort()
  }

  async #run(controller: AbortController): Promise<void> {
    this.#listenForSilence(controller)
    const response = await reach(this.#options.url, {
      headers: {
        Accept: 'text/event-stream',
        ...this.#options.headers?.(),
        ...(this.#lastEventId === undefined ? {} : { 'Last-Event-ID': this.#lastEventId }),
      },
      credentials: this.#options.credentials ?? 'same-origin',
      cache: 'no-store',
      signal: controller.signal,
    })
    if (!response.ok || response.body === null) throw await problemOf(response)
    this.#options.onConnection('open')
    await this.#read(response.body, controller)
    throw new Error('the stream ended')
  }

  async #read(body: ReadableStream<Uint8Array>, controller: AbortController): Promise<void> {
    const reader = body.getReader()
    const decoder = new TextDecoder()
    const parser = new EventParser()
    for (;;) {
      const { done, value } = await reader.read()
      if (done || this.#closed) return
      this.#failures = 0
      this.#listenForSilence(controller)
      for (const event of parser.push(decoder.decode(value, { stream: true }))) {
        this.#options.onEvent(event)
        if (event.id !== undefined) this.#lastEventId = event.id
      }
    }
  }

  #failed(error: unknown): void {
    clearTimeout(this.#silenceTimer)
    if (error instanceof Problem && error.status >= 400 && error.status < 500 && error.status !== 429) {
      this.close()
      this.#options.onRefused(error)
      return
    }
    const asked = error instanceof Problem && error.retryAfter !== undefined ? error.retryAfter * 1000 : 0
    const delay = Math.max(asked, backoff(this.#failures++, this.#options.random))
    this.#retryTimer = setTimeout(() => this.connect(), delay)
    this.#options.onConnection('lost', delay)
  }

  #listenForSilence(controller: AbortController): void {
    clearTimeout(this.#silenceTimer)
    this.#silenceTimer = setTimeout(() => {
      if (this.#closed || controller !== this.#controller) return
      this.#controller = new AbortController()
      controller.abort()
      this.#failed(new Error('silence'))
    }, this.#options.silenceLimit ?? 45_000)
  }
}
