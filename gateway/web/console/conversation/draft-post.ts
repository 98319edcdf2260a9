import type { DraftKind } from '../api/contract'

/** Whose draft it is: the gateway adds the clerk. */
export interface DraftAddress {
  readonly conversation: string
  readonly kind: DraftKind
}

/** How a text fared: the gateway has it, does not want it, or could not be asked. */
export type Posted = 'kept' | 'refused' | 'later'

/** From the last key to the request. */
export const PAUSE = 800

/** From a request nobody answered to the next. */
const RETRY = 10_000

/** Own texts that an answer still under way may bring back. */
const REMEMBERED = 20

interface Slip {
  readonly address: DraftAddress
  text: string
  waiting: boolean
  sending: boolean
  timer: ReturnType<typeof setTimeout> | undefined
  wrote: readonly string[]
}

/**
 * Takes drafts to the gateway: one request at a time for each, so that the newest text is the last to
 * arrive, and again when nobody answered.
 */
export class DraftPost {
  private readonly slips = new Map<string, Slip>()
  private stopped = false

  constructor(private readonly send: (address: DraftAddress, text: string) => Promise<Posted>) {}

  /** The text as it now stands; an empty one removes the draft. */
  put(address: DraftAddress, text: string): void {
    const slip = this.slip(address)
    slip.text = text
    slip.waiting = true
    this.after(PAUSE, slip)
  }

  /** Does not wait for the pause. */
  hurry(address: DraftAddress): void {
    void this.go(this.slip(address))
  }

  hurryAll(): void {
    this.slips.forEach((slip) => void this.go(slip))
  }

  /** Whether this page gave the text to the gateway lately: then it is no news. */
  wrote(address: DraftAddress, text: string): boolean {
    return this.slip(address).wrote.includes(text)
  }

  /** Sends nothing any more. */
  stop(): void {
    this.stopped = true
    this.slips.forEach((slip) => clearTimeout(slip.timer))
  }

  private async go(slip: Slip): Promise<void> {
    if (this.stopped || slip.sending || !slip.waiting) return
    clearTimeout(slip.timer)
    const { text } = slip
    slip.sending = true
    slip.wrote = [...slip.wrote.filter((other) => other !== text), text].slice(-REMEMBERED)
    const posted = await this.send(slip.address, text)
    slip.sending = false
    if (slip.text !== text) await this.go(slip)
    else if (posted === 'later') this.after(RETRY, slip)
    else slip.waiting = false
  }

  private after(pause: number, slip: Slip): void {
    clearTimeout(slip.timer)
    if (!this.stopped) slip.timer = setTimeout(() => void this.go(slip), pause)
  }

  private slip(address: DraftAddress): Slip {
    const key = `${address.conversation}.${address.kind}`
    const known = this.slips.get(key)
    if (known) return known
    const slip: Slip = { address, text: '', waiting: false, sending: false, timer: undefined, wrote: [] }
    this.slips.set(key, slip)
    return slip
  }
}
