import type { AuditEntry, AuditPage, Clerk, ClerkChange, Integration, Right, Role } from '../api/contract'
import { json, problem, type Body } from './answers'
import { PASSWORD } from './office'

const RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  clerk: ['own-account', 'see-conversations', 'write-notes', 'answer-citizens'],
  editor: ['own-account', 'see-conversations', 'write-notes', 'answer-citizens', 'keep-articles'],
  supervisor: ['own-account', 'see-conversations', 'write-notes', 'answer-citizens', 'keep-articles', 'read-audit', 'keep-directory', 'keep-blocks', 'protect-data'],
  admin: [
    'own-account',
    'see-conversations',
    'write-notes',
    'answer-citizens',
    'keep-articles',
    'read-audit',
    'keep-directory',
    'keep-blocks',
    'protect-data',
    'manage-people',
    'manage-integrations',
  ],
}

/** The code every telephone shows. */
export const CODE = '123456'

export const rightsOf = (role: Role): readonly Right[] => RIGHTS[role]

/** What the mock gateway keeps of accounts: second factors, tokens, who saw and did what. */
export class MockAccount {
  /** Roles that must have a second factor. */
  readonly required = new Set<Role>()
  /** Ids of clerks whose sign-in asks for a code. */
  readonly factors = new Set<string>()
  integrations: Integration[] = []
  audit: AuditEntry[] = []

  factorOf(clerk: Clerk): 'off' | 'on' | 'owed' {
    if (this.factors.has(String(clerk.id))) return 'on'
    return this.required.has(clerk.role) ? 'owed' : 'off'
  }

  answer(me: Clerk, method: string, path: string, body: Body): Response | undefined {
    if (path === 'audit') return rightsOf(me.role).includes('read-audit') ? this.page() : problem(403)
    if (path.startsWith('integrations')) return this.programs(me, method, path, body)
    if (path === 'account') {
      return json({ secondFactor: this.factors.has(String(me.id)), required: this.required.has(me.role), recoveryCodes: 10 })
    }
    return path.startsWith('account/') ? this.change(me, method, path, body) : undefined
  }

  /** A change of a person, which the own password confirms. */
  person(clerks: Clerk[], path: string, method: string, body: Body): Response | undefined {
    const [, id, part] = /^clerks\/([^/]+)\/?(.*)$/.exec(path) ?? []
    const at = clerks.findIndex((clerk) => clerk.id === id)
    if (method === 'PUT') {
      if (body['yourPassword'] !== PASSWORD) return problem(403, { confirm: 'password' })
      const { yourPassword: _, ...changed } = body as unknown as ClerkChange
      clerks[at] = { ...clerks[at]!, ...changed }
      return json(clerks[at])
    }
    if (method === 'DELETE' && part === 'second-factor') {
      clerks[at] = { ...clerks[at]!, secondFactor: false }
      return new Response(null, { status: 204 })
    }
    return undefined
  }

  private change(me: Clerk, method: string, path: string, body: Body): Response {
    if (method === 'PUT' && path.endsWith('second-factor')) {
      if (body['code'] !== CODE) return problem(400)
      this.factors.add(String(me.id))
      return json({ recoveryCodes: Array.from({ length: 10 }, (_, index) => `7K3M-0QXV-9TRA-WB2${index}`) })
    }
    if (body['yourPassword'] !== PASSWORD) return problem(403, { confirm: 'password' })
    if (method === 'POST') {
      return json({ secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', address: 'otpauth://totp/x', picture: { side: 29, path: 'M4 4h7v1h-7zM4 10h7v1h-7z' } })
    }
    if (method === 'DELETE') this.factors.delete(String(me.id))
    return new Response(null, { status: 204 })
  }

  private page(): Response {
    return json({ entries: this.audit } satisfies AuditPage)
  }

  private programs(me: Clerk, method: string, path: string, body: Body): Response {
    if (!rightsOf(me.role).includes('manage-integrations')) return problem(403)
    if (method === 'GET') return json({ integrations: this.integrations })
    if (method === 'DELETE') {
      this.integrations = this.integrations.map((one) => ({ ...one, revoked: one.revoked || path.endsWith(String(one.id)) }))
      return new Response(null, { status: 204 })
    }
    const added: Integration = {
      id: `i${this.integrations.length + 1}`,
      name: String(body['name']),
      rights: body['rights'] as Right[],
      created: '2026-11-28T08:00:00Z',
      expires: '2027-11-28T08:00:00Z',
      revoked: false,
    }
    this.integrations = [...this.integrations, added]
    return json({ ...added, token: 'okn_kT3v9wQxJ0mB5sPzR7yLcF2dHaN8uEgXiVoK1bW6jM4' }, 201)
  }
}
