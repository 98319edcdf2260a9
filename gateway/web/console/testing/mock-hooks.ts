import type { Clerk, Dispatch, Hook, HookWish } from '../api/contract'
import { json, problem, type Body } from './answers'
import { rightsOf } from './mock-account'

/** A secret as the gateway makes them. */
export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw0T1xQ7mB5sY='

/** The programs the mock gateway tells what happens. */
export class MockHooks {
  hooks: Hook[] = []
  dispatches: Dispatch[] = []

  answer(me: Clerk, method: string, path: string, body: Body): Response | undefined {
    if (!path.startsWith('hooks')) return undefined
    if (!rightsOf(me.role).includes('manage-integrations')) return problem(403)
    if (path === 'hooks') return method === 'GET' ? json({ hooks: this.hooks }) : this.add(body as unknown as HookWish)
    const [, id, part] = /^hooks\/([^/]+)\/?(.*)$/.exec(path) ?? []
    const hook = this.hooks.find((known) => known.id === id)
    return hook ? this.one(hook, method, part ?? '', body as unknown as HookWish) : problem(404)
  }

  private one(hook: Hook, method: string, part: string, wish: HookWish): Response {
    if (part === 'dispatches') return json({ dispatches: this.dispatches })
    if (part === 'secret') return json({ ...this.keep({ ...hook, oldSecretUntil: '2026-11-29T08:00:00Z' }), secret: SECRET })
    if (part === 'test') {
      this.dispatches = [trial(this.dispatches.length), ...this.dispatches]
      return new Response(null, { status: 202 })
    }
    if (part.startsWith('dispatches/')) {
      this.dispatches = this.dispatches.map((one) => (part.endsWith(String(one.id)) ? again(one) : one))
      return new Response(null, { status: 204 })
    }
    if (method === 'DELETE') {
      this.hooks = this.hooks.filter((other) => other !== hook)
      return new Response(null, { status: 204 })
    }
    const { on, ...rest } = wish
    return refused(wish) ?? json(this.keep({ ...hook, ...rest, state: on ? 'on' : 'off' }))
  }

  private add(wish: HookWish): Response {
    const { on, ...rest } = wish
    const added: Hook = { ...rest, id: `h${this.hooks.length + 1}`, state: on ? 'on' : 'off', created: '2026-11-28T08:00:00Z' }
    const fault = refused(wish)
    if (fault) return fault
    this.hooks = [...this.hooks, added]
    return json({ ...added, secret: SECRET }, 201)
  }

  private keep(changed: Hook): Hook {
    this.hooks = this.hooks.map((other) => (other.id === changed.id ? changed : other))
    return changed
  }
}

function refused({ url }: HookWish): Response | undefined {
  if (!url.startsWith('https://')) return problem(400, { url: 'not-secure' })
  return url.startsWith('https://10.') ? problem(400, { url: 'internal' }) : undefined
}

function trial(count: number): Dispatch {
  return { id: `d${count + 1}`, event: 'test', at: new Date().toISOString(), state: 'taken', attempts: 1, status: 204 }
}

function again({ trouble: _, status: __, ...one }: Dispatch): Dispatch {
  return { ...one, state: 'waiting', attempts: 0 }
}
