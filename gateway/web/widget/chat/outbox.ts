import { Problem, Unreachable } from '../../shared/api'
import { backoff } from '../../shared/backoff'
import type { Draft } from './memory'
import type { Store } from './store'
import { withSending } from './transcript'

/** What the outbox needs of the rest of the chat. */
export interface Post {
  /** Hands one message to the server, opening a conversation first when there is none. */
  send(message: Draft): Promise<void>
  /** The server no longer knows the conversation. */
  expired(): void
}

const serverFaultTries = 3

/** Sends own messages one after another, in order; what cannot go now waits and goes later under the same clientId. */
export class Outbox {
  #busy = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #store: Store
  readonly #post: Post

  constructor(store: Store, post: Post) {
    this.#store = store
    this.#post = post
  }

  /** Sends everything that waits, unless asked to hold back. */
  async flush(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    try {
      for (let next = this.#next(); next !== undefined; next = this.#next()) {
        if (!(await this.#sendOne(next))) return
      }
    } finally {
      this.#busy = false
    }
  }

  /** Tries at once, whatever pause was on. */
  hurry(): void {
    this.#failures = 0
    clearTimeout(this.#timer)
    this.#store.set({ limitedFor: undefined })
    void this.flush()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #next(): Draft | undefined {
    const { connection, phase, limitedFor, pending } = this.#store.state
    if (connection === 'offline' || phase === 'expired' || limitedFor !== undefined) return undefined
    return pending.find(({ status }) => status === 'waiting')
  }

  async #sendOne(message: Draft): Promise<boolean> {
    this.#mark(message, 'sending')
    try {
      await this.#post.send(message)
      this.#failures = 0
      this.#mark(message, 'sent')
      return true
    } catch (error) {
      return this.#refused(message, error)
    }
  }

  /** Returns whether the next message may go. */
  #refused(message: Draft, error: unknown): boolean {
    const status = error instanceof Problem ? error.status : 0
    if (status === 401 || status === 404) {
      this.#mark(message, 'waiting')
      this.#post.expired()
      return false
    }
    if (error instanceof Problem && status === 429) {
      this.#mark(message, 'waiting')
      this.#limit(error.retryAfter ?? 10)
      return false
    }
    const tryLater = error instanceof Unreachable || (status >= 500 && this.#failures < serverFaultTries)
    if (tryLater) {
      this.#mark(message, 'waiting')
      this.#later(backoff(this.#failures++))
      return false
    }
    this.#failures = 0
    this.#mark(message, 'failed')
    this.#store.tell({ kind: 'failed' })
    return true
  }

  #limit(seconds: number): void {
    this.#store.set({ limitedFor: seconds })
    this.#store.tell({ kind: 'limited', n: seconds })
    this.#later(seconds * 1000)
  }

  #later(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#store.set({ limitedFor: undefined })
      void this.flush()
    }, delay)
  }

  #mark({ clientId }: Draft, status: 'waiting' | 'sending' | 'sent' | 'failed'): void {
    this.#store.set({ pending: withSending(this.#store.state.pending, clientId, status) })
  }
}
