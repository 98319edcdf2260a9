import type { Clerk } from '../api/contract'
import type { CitizenNote, Clock, Consent, Matter, Prospect } from '../api/person-api'
import { json, problem, type Body } from './answers'
import { rightsOf } from './mock-account'
import type { Talk } from './office'

/** What the mock gateway knows of citizens beside their conversations. */
export class MockPerson {
  notes: CitizenNote[] = []
  consents: Consent[] = []
  clocks: Clock[] = []
  held: Prospect['held'] | undefined
  /** Reasons given for erasures. */
  readonly erased: string[] = []

  answer(me: Clerk, method: string, path: string, body: Body, talks: readonly Talk[]): Response | undefined {
    const [, kind, id] = /^(citizen-notes|consents)\/([^/]+)/.exec(path) ?? []
    if (kind === 'consents') {
      this.consents = this.consents.map((one) => (one.id === id ? { ...one, withdrawn: new Date().toISOString() } : one))
      return new Response(null, { status: 204 })
    }
    if (kind === 'citizen-notes') return this.change(me, method, String(id), body)
    const [, conversation, action] = /^conversations\/([^/]+)\/person(.*)$/.exec(path) ?? []
    const talk = talks.find(({ item }) => item.conversation === conversation)
    if (talk === undefined) return undefined
    if (action === '/erasure') return this.erasure(me, method, body)
    if (action === '/notes') {
      const written = { version: 1, text: String(body['text']), name: me.name, at: new Date().toISOString() }
      this.notes.push({ id: `n${this.notes.length + 1}`, author: me.id, earlier: [], ...written })
    }
    return json(this.of(talk), action === '/notes' ? 201 : 200)
  }

  private of({ item, history }: Talk): object {
    const matters: Matter[] = history.map((one) => ({ channel: 'webchat', ...one }))
    const own: Matter = { conversation: item.conversation, channel: item.channel, at: item.since, state: item.state }
    const { notes, consents, clocks } = this
    return { history: [own, ...matters], contacts: item.contact ? [item.contact] : [], notes, consents, clocks }
  }

  private change(me: Clerk, method: string, id: string, body: Body): Response {
    const note = this.notes.find((one) => one.id === id)
    if (note === undefined) return problem(404)
    if (note.version !== body['version']) return problem(409)
    const { version, text, name, at } = note
    const next = { ...note, version: version + 1, text: String(body['text']), name: me.name, at: new Date().toISOString() }
    const changed = { ...next, earlier: [...note.earlier, { version, text, name, at }] }
    this.notes = this.notes.flatMap((one) => (one !== note ? [one] : method === 'DELETE' ? [] : [changed]))
    return new Response(null, { status: 204 })
  }

  private erasure(me: Clerk, method: string, body: Body): Response {
    if (!rightsOf(me.role).includes('protect-data')) return problem(403)
    if (method === 'GET') {
      return json({ conversations: 2, messages: 14, files: 1, upTo: '7', ...(this.held && { held: this.held }) })
    }
    this.erased.push(String(body['reason']))
    return json({ conversations: 2 })
  }
}
