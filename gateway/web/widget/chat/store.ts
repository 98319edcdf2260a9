import type { ChatState, News } from './state'

/** Holds the one state of a chat, tells listeners of each change and of each piece of news. */
export class Store {
  private listeners = new Set<() => void>()
  private newsListeners = new Set<(news: News) => void>()

  constructor(
    private current: ChatState,
    private readonly save: (state: ChatState) => void,
  ) {}

  get state(): ChatState {
    return this.current
  }

  set(patch: Partial<ChatState>): void {
    this.current = { ...this.current, ...patch }
    this.save(this.current)
    for (const listener of [...this.listeners]) listener()
  }

  tell(news: News): void {
    for (const listener of [...this.newsListeners]) listener(news)
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  listen(listener: (news: News) => void): () => void {
    this.newsListeners.add(listener)
    return () => this.newsListeners.delete(listener)
  }
}
