export interface ServerEvent {
  /** The `event:` field, 'message' when there was none. */
  readonly type: string
  readonly data: string
  readonly id: string | undefined
}

/** Cuts a text stream into server-sent events; pieces may break anywhere. HTML Living Standard, 9.2.6. */
export class EventParser {
  #rest = ''
  #type = ''
  #data: string[] = []
  #id: string | undefined

  push(piece: string): ServerEvent[] {
    const events: ServerEvent[] = []
    const text = this.#rest + piece
    // A CR at the very end may be the first half of a CRLF: it waits for the next piece.
    const lines = text.split(/\r\n|\n|\r(?!$)/)
    this.#rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line !== '') this.#field(line)
      else this.#finish(events)
    }
    return events
  }

  #field(line: string): void {
    const colon = line.indexOf(':')
    if (colon === 0) return
    const name = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (name === 'event') this.#type = value
    else if (name === 'data') this.#data.push(value)
    else if (name === 'id' && !value.includes('\0')) this.#id = value
  }

  #finish(events: ServerEvent[]): void {
    if (this.#data.length > 0) {
      events.push({ type: this.#type || 'message', data: this.#data.join('\n'), id: this.#id })
    }
    this.#type = ''
    this.#data = []
    this.#id = undefined
  }
}
