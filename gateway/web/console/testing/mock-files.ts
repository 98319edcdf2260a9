import type { DraftFile, FileFault } from '../api/files-api'
import { json, problem, type Body } from './answers'

const LIMITS = { largest: 10 * 1024 * 1024, together: 25 * 1024 * 1024, most: 10, piece: 512 * 1024 }

interface Held extends DraftFile {
  readonly owner: string
  readonly at: number
}

/** Files of clerks' drafts in the mock gateway. */
export class MockFiles {
  /** Whether the channels carry any. */
  carried = true
  /** Why the last piece of a file is refused, by its name. */
  readonly refusals = new Map<string, FileFault>()
  /** Pieces are held back, as over a slow line. */
  slow = false
  private readonly held = new Map<string, Held>()
  private last = 0

  /** What a clerk has put under a reply. */
  of(clerk: string, conversation: string): readonly Held[] {
    return [...this.held.values()].filter(({ owner }) => owner === `${clerk} ${conversation}`)
  }

  /** A file that is there already. */
  put(clerk: string, conversation: string, name: string, state: DraftFile['state'] = 'clean'): void {
    const id = `f${++this.last}`
    this.held.set(id, { id, name, size: 184_320, state, owner: `${clerk} ${conversation}`, at: 184_320 })
  }

  /** Those that go along with a reply. */
  take(ids: readonly unknown[]): readonly DraftFile[] {
    return ids.map((id) => {
      const file = this.held.get(String(id))!
      this.held.delete(String(id))
      return file
    })
  }

  answer(method: string, clerk: string, conversation: string, action: string, body: Body): Response | Promise<Response> {
    const id = action.split('/')[2]
    if (id === undefined && method === 'GET') {
      const files = this.of(clerk, conversation).map(({ owner: _, at: __, ...file }) => file)
      return json({ files, ...(this.carried && { limits: LIMITS }) })
    }
    if (id === undefined) return this.begin(`${clerk} ${conversation}`, body)
    const file = this.held.get(id)
    if (!file) return problem(404)
    if (method === 'DELETE') {
      this.held.delete(id)
      return new Response(null, { status: 204 })
    }
    return this.piece(file, body)
  }

  private begin(owner: string, { name, size }: Body): Response {
    if (Number(size) > LIMITS.largest) return problem(413, { file: 'too-large' })
    if (Number(size) === 0) return problem(400, { file: 'empty' })
    const id = `f${++this.last}`
    this.held.set(id, { id, name: String(name), size: Number(size), state: 'arriving', owner, at: 0 })
    return json({ id, at: 0 }, 201)
  }

  private piece(file: Held, { at, bytes }: Body): Response | Promise<Response> {
    if (this.slow && file.at > 0) return new Promise(() => {})
    const length = atob(String(bytes)).length
    const here = Number(at) <= file.at ? Math.max(file.at, Number(at) + length) : file.at
    this.held.set(String(file.id), { ...file, at: here })
    if (here < file.size) return json({ id: file.id, at: here })
    const refused = this.refusals.get(file.name)
    if (refused) {
      this.held.delete(String(file.id))
      return problem(400, { file: refused })
    }
    const { owner: _, at: __, ...whole } = { ...file, state: 'clean' as const }
    this.held.set(String(file.id), { ...file, state: 'clean', at: here })
    return json({ file: whole })
  }
}
