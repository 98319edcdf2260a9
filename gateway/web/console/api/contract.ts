import type { Block } from './blocks-api'

/** The console's HTTP contract, shape by shape. */

/** The gateway's ids are numbers; in an address the same id is a text. */
export type Id = string | number

/** Whether two ids name the same thing, however each is written. */
export function sameId(one: Id | null | undefined, other: Id | null | undefined): boolean {
  return one != null && other != null && String(one) === String(other)
}

export type Role = 'clerk' | 'editor' | 'supervisor' | 'admin'
export type Right =
  | 'own-account'
  | 'see-conversations'
  | 'write-notes'
  | 'answer-citizens'
  | 'keep-articles'
  | 'read-audit'
  | 'keep-directory'
  | 'keep-blocks'
  | 'protect-data'
  | 'manage-people'
  | 'manage-integrations'
export type State = 'with-bot' | 'waiting' | 'with-clerk' | 'closed'
export type Submission = 'information' | 'complaint' | 'petition' | 'appeal' | 'objection'
export type View = 'waiting' | 'mine' | 'replied' | 'snoozed' | 'all'

/** Which conversations a list holds; what is empty or false does not narrow it. */
export interface Filter {
  readonly view: View
  readonly agenda: string
  readonly channel: string
  readonly language: string
  /** Only where the citizen wrote since the clerk looked last; not in the archive. */
  readonly unread: boolean
  /** Only who waits longer than was promised; not in the archive. */
  readonly overdue: boolean
}

/** A filter a clerk keeps under a name. */
export interface SavedView extends Filter {
  readonly name: string
}

export interface Session {
  readonly clerk: {
    readonly id: Id
    readonly signIn: string
    readonly name: string
    readonly role: Role
    readonly agendas: readonly string[]
  }
  readonly office: { readonly name: string; readonly logo?: string }
  readonly rights: readonly Right[]
  /** `owed`: nothing may be done before one is set up; `elsewhere`: the office's own accounts look after it. */
  readonly secondFactor: 'off' | 'on' | 'owed' | 'elsewhere'
}

export interface Item {
  readonly conversation: Id
  readonly citizen: string
  readonly channel: string
  readonly language: string
  readonly agenda: string
  readonly agendaName: string
  readonly state: State
  readonly clerk?: { readonly id: Id; readonly name: string }
  /** Since when it has been in this state. */
  readonly since: string
  readonly preview: string
  readonly subject?: string
  /** What the citizen left out of hours: a phone or an e-mail. */
  readonly contact?: string
  /** `approval`: an answer of the bot waits for a clerk's yes. */
  readonly flag?: 'emergency' | 'approval'
  /** What was filed here, and when it came: deadlines run from that day. */
  readonly submission?: Submission
  readonly submittedAt?: string
  readonly rating?: number
  /** The citizen wrote since the clerk looked last; lists alone say so. */
  readonly unread?: boolean
  /** The citizen waits longer than was promised; lists alone say so. */
  readonly overdue?: boolean
  /** By when a clerk takes up who waits. */
  readonly promisedBy?: string
  readonly snoozedUntil?: string
}

export interface AgendaCount {
  readonly id: string
  readonly name: string
  readonly waiting: number
}

export interface QueuePage {
  readonly items: readonly Item[]
  /** Cursor of the page after this one; absent on the last. */
  readonly next?: string
  readonly counts: {
    readonly waiting: number
    readonly mine: number
    readonly replied: number
    readonly snoozed: number
    readonly overdue: number
  }
  readonly agendas: readonly AgendaCount[]
}

export type Author = 'citizen' | 'bot' | 'clerk' | 'office' | 'note'

export interface Line {
  readonly id: Id
  readonly seq: number
  /** Where it was said. */
  readonly channel?: string
  readonly author: Author
  readonly name?: string
  readonly text: string
  readonly at: string
  readonly language?: string
  readonly delivery?: 'pending' | 'delivered' | 'read' | 'refused' | 'returned'
  readonly reason?: string
  readonly files?: readonly AttachedFile[]
  /** How it read before the citizen changed it, oldest first. */
  readonly earlier?: readonly { readonly text: string; readonly at: string }[]
  readonly article?: { readonly slug: string; readonly title: string }
}

/** What a citizen sent along; to be had once it was looked into. */
export interface AttachedFile {
  readonly id: Id
  readonly name?: string
  readonly type?: string
  /** In bytes. */
  readonly size: number
  readonly state: 'waiting' | 'clean' | 'unscanned' | 'infected' | 'too-large' | 'gone'
}

export interface Earlier {
  readonly conversation: Id
  readonly subject?: string
  readonly at: string
  readonly state: State
  readonly rating?: number
}

export interface Transcript {
  readonly conversation: Item
  /** False once the citizen blocked the office on the channel. */
  readonly reachable?: boolean
  readonly limits?: Limits
  readonly lines: readonly Line[]
  readonly history: readonly Earlier[]
  readonly handedOn?: HandedOn
  readonly referral?: Referral
  /** Nothing is accepted from the sender now. */
  readonly block?: Block
}

/** What the channel allows a person; what is absent has no limit. */
export interface Limits {
  /** A longer reply goes as several messages. */
  readonly splitAt?: number
  /** Until when it lets a person answer. */
  readonly until?: string
}

export type DraftKind = 'reply' | 'note'

/** What the gateway keeps of a text a clerk began to write. */
export interface KeptDraft {
  readonly text: string
  readonly at: string
}

/** A colleague who has the conversation open now. */
export interface Onlooker {
  readonly name: string
  readonly writing: boolean
}

/** Who else is at a conversation, and what the asking clerk began to write there. */
export interface Desk {
  readonly present: readonly Onlooker[]
  readonly drafts: { readonly [kind in DraftKind]?: KeptDraft }
}

/** What one tab of a clerk shows; the gateway counts a silent clerk as gone. */
export interface Presence {
  readonly tab: string
  /** Empty when none is open. */
  readonly conversation: string
  readonly writing: boolean
}

/** How a conversation was handed on last. */
export interface HandedOn {
  readonly by: string
  /** The colleague who is meant; absent when an agenda is. */
  readonly to?: string
  readonly note?: string
  readonly at: string
}

/** Whether the citizen lets the office hand their matter to another institution. */
export interface Referral {
  readonly institution: string
  readonly url?: string
  readonly state: 'asked' | 'granted' | 'refused'
  readonly askedAt: string
}

export const REASONS = ['answered', 'passed-on', 'spam', 'citizen-left', 'other'] as const

/** How a conversation ended; what is left out was not told. */
export interface Outcome {
  readonly reason?: (typeof REASONS)[number]
  /** Whether the answer was among the articles. */
  readonly inBase?: 'yes' | 'no'
  /** The slug of the article it was in. */
  readonly article?: string
}

/** What is done to many conversations at once. */
export type BulkAction =
  | ({ readonly action: 'close' } & Outcome)
  | { readonly action: 'snooze'; readonly until: string }
  | { readonly action: 'move'; readonly agenda: string }
  | { readonly action: 'read' }

/** The most conversations of one bulk. */
export const LARGEST_BULK = 100

export interface BulkResult {
  readonly conversation: Id
  readonly done: boolean
  readonly why?: 'taken' | 'closed' | 'not-yours' | 'missing'
}

/** A message that was found, as parts of its text. */
export interface Hit {
  readonly conversation: Id
  readonly message: Id
  readonly author: Author
  readonly at: string
  readonly channel: string
  readonly state: State
  readonly agendaName: string
  readonly parts: readonly { readonly text: string; readonly hit: boolean }[]
}

export interface Hits {
  readonly hits: readonly Hit[]
  readonly next?: string
}

export interface ArticleTitle {
  readonly slug: string
  readonly title: string
}

export interface Clerk {
  readonly id: Id
  readonly signIn: string
  readonly name: string
  readonly role: Role
  readonly agendas: readonly string[]
  readonly active: boolean
  readonly secondFactor: boolean
}

export interface ClerkChange {
  readonly name: string
  readonly role: Role
  readonly agendas: readonly string[]
  readonly active: boolean
  /** Of who changes it. */
  readonly yourPassword: string
}

export interface Account {
  readonly secondFactor: boolean
  readonly required: boolean
  readonly recoveryCodes: number
}

/** What an authenticator needs, to be shown once. */
export interface Secret {
  readonly secret: string
  readonly address: string
  readonly picture: { readonly side: number; readonly path: string }
}

export interface AuditEntry {
  readonly id: string
  readonly at: string
  readonly actor: 'clerk' | 'integration' | 'nobody'
  readonly name: string
  readonly deed: string
  readonly subject: string
  readonly subjectId: string
  readonly subjectName: string
  readonly network: string
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[]
  readonly next?: string
}

/** A closed conversation whose answer was not among the articles. */
export interface Gap {
  readonly conversation: Id
  readonly agenda: string
  readonly agendaName: string
  readonly reason: string
  readonly closedAt: string
  /** What the citizen wrote first. */
  readonly asked: string
}

export interface GapPage {
  readonly gaps: readonly Gap[]
  readonly next?: string
}

export interface AuditFilter {
  readonly clerk: string
  readonly deed: string
  readonly conversation: string
  readonly from: string
  readonly to: string
}

export interface Integration {
  readonly id: Id
  readonly name: string
  readonly rights: readonly Right[]
  readonly created: string
  readonly expires: string
  readonly lastUsed?: string
  readonly revoked: boolean
}

/** What a program can be told of. */
export const HOOK_EVENTS = [
  'conversation.waiting',
  'conversation.claimed',
  'conversation.answered',
  'conversation.closed',
  'conversation.rated',
  'conversation.overdue',
] as const

export interface HookWish {
  readonly name: string
  readonly url: string
  readonly events: readonly string[]
  readonly on: boolean
}

/** A program that is told what happens. */
export interface Hook {
  readonly id: Id
  readonly name: string
  readonly url: string
  readonly events: readonly string[]
  readonly state: 'on' | 'off' | 'gone'
  readonly created: string
  readonly oldSecretUntil?: string
}

export interface NewHook extends Hook {
  /** Shown once. */
  readonly secret: string
}

/** One thing a program was told, and how far that came. */
export interface Dispatch {
  readonly id: Id
  readonly event: string
  readonly at: string
  readonly state: 'waiting' | 'taken' | 'failed'
  readonly attempts: number
  readonly due?: string
  readonly triedAt?: string
  readonly trouble?: string
  readonly status?: number
}

export interface NewClerk {
  readonly signIn: string
  readonly name: string
  readonly role: Role
  readonly agendas: readonly string[]
  readonly password: string
  readonly yourPassword: string
}

/** Longest text of one message, in UTF-16 units as the gateway counts them. */
export const LONGEST_TEXT = 4000
export const SHORTEST_PASSWORD = 12
