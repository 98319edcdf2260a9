import type { LanguageCode } from '../../shared/texts/translate'
import type { Pending } from './transcript'
import type { ChatMessage, Office, ServerState } from './wire'

/** Where the conversation stands; before the first message and after expiry the server knows of none. */
export type Phase = 'first-contact' | ServerState | 'expired'

export type Connection = 'online' | 'reconnecting' | 'offline'

/** loading; ready; unreachable (may come back); blocked (this page may not use the chat). */
export type OfficeState = 'loading' | 'ready' | 'unreachable' | 'blocked'

/** All the views show, as one immutable value. */
export interface ChatState {
  readonly officeState: OfficeState
  readonly office: Office | undefined
  readonly language: LanguageCode
  readonly open: boolean
  readonly connection: Connection
  /** The connection has been away long enough to speak of it. */
  readonly disturbed: boolean
  readonly phase: Phase
  /** The transcript of a kept conversation is still on its way. */
  readonly restoring: boolean
  readonly answering: boolean
  readonly place: number | undefined
  readonly wait: { readonly from: number; readonly to: number } | undefined
  readonly clerk: { readonly name: string; readonly agenda: string } | undefined
  readonly officeOpen: boolean
  readonly openText: string
  readonly rated: boolean
  readonly receipt: string | undefined
  readonly mail: boolean
  /** The transcript can be mailed. */
  readonly copy: boolean
  readonly messages: readonly ChatMessage[]
  readonly pending: readonly Pending[]
  readonly lastSeq: number
  readonly readSeq: number
  readonly draft: string
  readonly remember: boolean
  /** The server asked to wait so many seconds. */
  readonly limitedFor: number | undefined
}

/** Something worth saying aloud once. */
export type News =
  | { readonly kind: 'message'; readonly message: ChatMessage }
  | { readonly kind: 'connection'; readonly connection: Connection }
  | { readonly kind: 'place'; readonly place: number }
  | { readonly kind: 'clerk'; readonly name: string; readonly agenda: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'answering' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'limited' | 'tooLong'; readonly n: number }
  | { readonly kind: 'rated' }
