import { isRecord } from '../../shared/api'
import type { Brand } from '../../shared/tokens'

/*
 * What the gateway says to the chat. The shapes are its contract; a reader refuses what the chat could not show at
 * all, and unknown members are ignored.
 */

export interface Office {
  readonly name: string
  readonly logo?: string
  readonly brand: Brand
  readonly languages: readonly string[]
  readonly open: boolean
  readonly openText: string
  readonly frequent: readonly { readonly slug: string; readonly title: string }[]
  readonly privacyUrl?: string
  readonly demo?: boolean
}

export interface Source {
  readonly statute: string
  readonly paragraph?: string
  readonly url?: string
  readonly checked?: string
  readonly confirmed: boolean
}

export interface Handler {
  readonly agenda: string
  readonly place?: string
  readonly hours?: string
  /** The same as a sentence, with whoever is there today. */
  readonly footer?: string
}

export interface AnswerParts {
  readonly outcome: string
  readonly sources?: readonly Source[]
  readonly links?: readonly { readonly label: string; readonly url: string }[]
  readonly handler?: Handler
}

export interface Choice {
  readonly value: string
  readonly label: string
}

export type Author = 'citizen' | 'bot' | 'clerk' | 'office'

export interface ChatMessage {
  readonly id: string
  readonly seq: number
  readonly author: Author
  readonly name?: string
  readonly agenda?: string
  readonly text: string
  readonly at: string
  readonly language: string
  readonly clientId?: string
  readonly answer?: AnswerParts
  readonly choices: readonly Choice[]
  /** What a clerk sent along; sizes in bytes. */
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[]
}

export type ServerState = 'with-bot' | 'waiting' | 'with-clerk' | 'closed'

export interface ChatStatus {
  readonly state: ServerState
  readonly answering: boolean
  readonly place?: number
  /** How many minutes it will probably take. */
  readonly wait?: { readonly from: number; readonly to: number }
  readonly clerk?: { readonly name: string; readonly agenda: string }
  readonly open: boolean
  readonly openText?: string
  readonly rated: boolean
  /** The code of a matter that a person has or had. */
  readonly receipt?: string
  /** One may leave and be answered by e-mail. */
  readonly mail?: boolean
  readonly copy?: boolean
}

export function readOffice(data: unknown): Office | undefined {
  return isRecord(data) && typeof data['name'] === 'string'
    ? ({ brand: {}, languages: [], frequent: [], openText: '', ...data } as unknown as Office)
    : undefined
}

const authors = ['citizen', 'bot', 'clerk', 'office']

export function readMessage(data: unknown): ChatMessage | undefined {
  return isRecord(data) &&
    Number.isSafeInteger(data['seq']) &&
    typeof data['text'] === 'string' &&
    authors.includes(String(data['author']))
    ? ({ choices: [], files: [], language: '', at: '', ...data, id: String(data['id'] ?? data['seq']) } as unknown as ChatMessage)
    : undefined
}

const states = ['with-bot', 'waiting', 'with-clerk', 'closed']

export function readStatus(data: unknown): ChatStatus | undefined {
  return isRecord(data) && states.includes(String(data['state']))
    ? ({ answering: false, open: true, rated: false, ...data } as unknown as ChatStatus)
    : undefined
}
