import type { Clerk, HandedOn, Referral } from '../api/contract'
import type { Block } from '../api/blocks-api'
import type { Person } from '../api/directory-api'
import type { Colleague, Institution } from '../api/handing-api'
import { json, problem, type Body } from './answers'
import { AGENDAS } from './office'

const INSTITUTIONS: readonly Institution[] = [
  { name: 'Finanční správa', url: 'https://www.financnisprava.gov.cz', matters: ['Daň z nemovitých věcí', 'Daň z příjmů'] },
  { name: 'Česká správa sociálního zabezpečení', url: 'https://www.cssz.gov.cz', matters: ['Starobní důchod', 'Nemocenská'] },
]

/** What the mock gateway knows of conversations that were handed on. */
export class MockHanding {
  /** Who is blocked, each by the conversation it began in. */
  readonly blocks = new Map<string, Block>()
  /** Which were joined. */
  readonly joined: string[][] = []

  private readonly referrals = new Map<string, Referral>()
  private readonly handedOn = new Map<string, HandedOn>()

  of(id: string): { handedOn?: HandedOn; referral?: Referral; block?: Block } {
    const block = this.blocks.get(id)
    const handedOn = this.handedOn.get(id)
    const referral = this.referrals.get(id)
    return { ...(handedOn && { handedOn }), ...(referral && { referral }), ...(block && { block }) }
  }

  handed(id: string, how: HandedOn): void {
    this.handedOn.set(id, how)
  }

  /** The list, and lifting one of it. */
  blocked(method: string, path: string): Response {
    if (method === 'GET') return json({ blocks: [...this.blocks.values()] })
    const found = [...this.blocks].find(([, block]) => path === `blocks/${block.id}`)
    if (!found) return problem(404)
    this.blocks.delete(found[0])
    return new Response(null, { status: 204 })
  }

  block(me: Clerk, id: string, channel: string, body: Body): void {
    const { hours, reason, note } = body as unknown as { hours: number; reason: Block['reason']; note: string }
    this.blocks.set(id, {
      id: `b${this.blocks.size + 1}`,
      conversation: id,
      channel,
      reason,
      ...(note && { note }),
      clerk: { id: me.id, name: me.name },
      at: new Date().toISOString(),
      until: new Date(Date.now() + hours * 3_600_000).toISOString(),
    })
  }

  institutions(): Response {
    return json({ institutions: INSTITUTIONS })
  }

  /** Who is away is stood in for by their deputy. */
  colleagues(people: readonly Person[], me: Clerk): Response {
    const others = people.filter((person) => person['sign-in'] !== me.signIn)
    return json({
      colleagues: others.map((person): Colleague => {
        const deputy = people.find((each) => each['sign-in'] === person.deputy)
        const named = person.agendas.split(' ').map((id) => AGENDAS.find((agenda) => agenda.id === id)?.name ?? '')
        return {
          id: person.id,
          name: person.name,
          agendas: named.filter(Boolean),
          here: person.here,
          ...(person.awayUntil && { instead: deputy ? { person: String(deputy.id), name: deputy.name } : { agenda: 'doklady', name: 'Doklady' } }),
        }
      }),
    })
  }

  answered(id: string, yes: boolean): void {
    this.referrals.set(id, { ...this.referrals.get(id)!, state: yes ? 'granted' : 'refused' })
  }

  /** Asking, taking the question back, and what follows a yes. */
  refer(id: string, action: string, body: Body): Response {
    const referral = this.referrals.get(id)
    if (action === 'referral') {
      if (referral?.state === 'asked') return problem(409)
      this.referrals.set(id, {
        institution: String(body['institution']),
        ...(body['url'] ? { url: String(body['url']) } : {}),
        state: 'asked',
        askedAt: new Date().toISOString(),
      })
      return new Response(null, { status: 204 })
    }
    if (action !== 'unreferral' && referral?.state !== 'granted') return problem(409)
    if (action === 'referral/text') {
      return json({ text: `Předání dotazu občana: ${referral?.institution}\n\nDotaz:\nKolik zaplatím na dani?\n` })
    }
    this.referrals.delete(id)
    return new Response(null, { status: 204 })
  }
}
