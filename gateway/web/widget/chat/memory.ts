import { isRecord } from '../../shared/api'

/** A message not yet known to be on the server. */
export interface Draft {
  readonly clientId: string
  readonly text: string
  readonly choice: string
  readonly at: string
}

/** What survives a reload. The transcript itself is not kept here: it comes from the server. */
export interface Kept {
  readonly token: string
  /** Seq of the last message received, which is also the last event id. */
  readonly lastSeq: number
  /** Seq of the last message the citizen had on the screen. */
  readonly readSeq: number
  readonly draft: string
  readonly outbox: readonly Draft[]
  readonly open: boolean
  readonly language: string
  /** Kept on this device rather than in this tab. */
  readonly remember: boolean
}

export const nothingKept: Kept = {
  token: '',
  lastSeq: 0,
  readSeq: 0,
  draft: '',
  outbox: [],
  open: false,
  language: '',
  remember: false,
}

/** How many unsent messages are kept. */
export const outboxLimit = 20

export interface Stores {
  /** Of this tab. */
  readonly session: Storage | undefined
  /** Of this device; used only when the citizen asks for it. */
  readonly local: Storage | undefined
}

/** The browser's stores; a store the browser denies is left out. */
export function browserStores(): Stores {
  const tried = (open: () => Storage): Storage | undefined => {
    try {
      return open()
    } catch {
      return undefined
    }
  }
  return { session: tried(() => sessionStorage), local: tried(() => localStorage) }
}

/** Keeps one chat of one gateway over reloads. */
export class Memory {
  // The number changes with the shape of what is kept.
  readonly #key: string
  readonly #stores: Stores

  constructor(endpoint: string, stores: Stores) {
    this.#stores = stores
    this.#key = `okenko-1:${endpoint}`
  }

  load(): Kept {
    const device = this.#read(this.#stores.local)
    return device?.remember === true ? device : (this.#read(this.#stores.session) ?? nothingKept)
  }

  save(kept: Kept): void {
    this.#write(this.#stores.session, kept.remember ? undefined : kept)
    this.#write(this.#stores.local, kept.remember ? kept : undefined)
  }

  forget(): void {
    this.#write(this.#stores.session, undefined)
    this.#write(this.#stores.local, undefined)
  }

  #read(store: Storage | undefined): Kept | undefined {
    try {
      const value: unknown = JSON.parse(store?.getItem(this.#key) ?? 'null')
      return isRecord(value) && Array.isArray(value['outbox']) ? { ...nothingKept, ...value } : undefined
    } catch {
      return undefined
    }
  }

  #write(store: Storage | undefined, kept: Kept | undefined): void {
    try {
      if (kept === undefined) store?.removeItem(this.#key)
      else store?.setItem(this.#key, JSON.stringify(kept))
    } catch {
      // A full or denied store only means that a reload forgets.
    }
  }
}
