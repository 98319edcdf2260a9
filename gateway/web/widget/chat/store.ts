import type { ChatState, News } from './state'

/** Holds the one state of a chat, tells listeners of each change and of each piece of news. */
export class Store {
  readonly #listeners = new Set<() => void>()
  readonly #newsListeners = new Set<(news: News) => void>()
  readonly #save: (state: ChatState) => void
  #current: ChatState

  constructor(start: ChatState, save: (state: ChatState) => void) {
    this.#current = start
    this.#save = save
  }

  get state(): ChatState {
    return this.#current
  }

  set(patch: Partial<ChatState>): void {
    this.#current = { ...this.#current, ...patch }
    this.#save(this.#current)
    for (const listener of [...this.#listeners]) listener()
  }

  tell(news: News): void {
    for (const listener of [...this.#newsListeners]) listener(news)
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  listen(listener: (news: News) => void): () => void {
    this.#newsListeners.add(listener)
    return () => this.#newsListeners.delete(listener)
  }
}
