import { call, isRecord, problemOf, reach } from '../../shared/api'
import { type EventSourceOptions, type EventStream, openEvents } from '../../shared/events'
import type { LanguageCode } from '../../shared/texts/translate'
import type { Draft } from './memory'
import { type Office, readOffice } from './wire'

/** The gateway as the chat sees it. The token goes in a header, never in an address. */
export class Gateway {
  /** @param base where the gateway lives, with a slash at the end */
  constructor(readonly base: string) {}

  async office(language: LanguageCode): Promise<Office | undefined> {
    return readOffice(await this.call(`api/office?lang=${language}`))
  }

  /** What a life situation is called. */
  async title(slug: string, language: LanguageCode): Promise<string> {
    const article = await this.call(`api/articles/${slug}?lang=${language}`)
    return isRecord(article) && typeof article['title'] === 'string' ? article['title'] : ''
  }

  /** Opens a conversation; returns its token. */
  async open(language: LanguageCode): Promise<string> {
    const answer = await this.call('api/chat', { body: { language } })
    const token = isRecord(answer) ? answer['token'] : undefined
    if (typeof token !== 'string') throw new Error('no token')
    return token
  }

  /** @param language of the interface, in which the automat is asked to answer */
  async send(token: string, { clientId, text, choice }: Draft, language: LanguageCode): Promise<void> {
    await this.call('api/chat/messages', {
      token,
      body: { clientId, text, language, ...(choice === '' ? {} : { choice }) },
    })
  }

  async rate(token: string, score: number, comment: string): Promise<void> {
    await this.call('api/chat/rating', { token, body: comment === '' ? { score } : { score, comment } })
  }

  async close(token: string): Promise<void> {
    await this.call('api/chat/close', { token, body: {} })
  }

  async leave(token: string, email: string): Promise<void> {
    await this.call('api/chat/leave', { token, body: { email } })
  }

  /** Returns whether the transcript went; else a code did. */
  async copy(token: string, email: string, code: string, language: LanguageCode): Promise<boolean> {
    const answer = await this.call('api/chat/transcript', { token, body: { email, language, ...(code && { code }) } })
    return isRecord(answer) && answer['sent'] === true
  }

  /** What is to be kept as a file. */
  async file(token: string, path: string): Promise<Blob> {
    const response = await reach(`${this.base}api/chat/${path}`, {
      headers: { Authorization: `Bearer ${token}` },
      credentials: 'omit',
      cache: 'no-store',
    })
    if (!response.ok) throw await problemOf(response)
    return response.blob()
  }

  events(token: string, options: Pick<EventSourceOptions, 'onEvent' | 'onConnection' | 'onRefused'>): EventStream {
    return openEvents({
      ...options,
      url: `${this.base}api/chat/events`,
      headers: () => ({ Authorization: `Bearer ${token}` }),
      credentials: 'omit',
    })
  }

  private call(path: string, { token, body }: { token?: string; body?: unknown } = {}): Promise<unknown> {
    return call(this.base + path, {
      method: body === undefined ? 'GET' : 'POST',
      credentials: 'omit',
      ...(body === undefined ? {} : { body }),
      ...(token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } }),
    })
  }
}
