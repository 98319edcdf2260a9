import { ASPECTS, type CannedReply, type FoundArticle, type NewReply, type Suggestion } from '../api/aids-api'
import { LONGEST_TEXT } from '../api/contract'

const VARIABLES = ['urednik', 'agenda', 'urad', 'hodiny', 'telefon', 'email', 'odkaz']

/** What the mock gateway helps clerks to write with. */
export class MockAids {
  /** As an older gateway, which knows nothing of all this. */
  missing = false
  readonly suggestions = new Map<string, Suggestion>()
  replies: CannedReply[] = [
    { id: '1', agenda: '', shortcut: 'dobry-den', text: 'Dobrý den, tady {urednik}. Jak vám mohu pomoci?' },
    { id: '2', agenda: '', shortcut: 'hodiny', text: 'Úřední hodiny: {hodiny}.' },
    { id: '3', agenda: 'doklady', shortcut: 'mobilni-stanice', text: 'Za nemocnými přijedeme s mobilní stanicí. Objednáte ji na {telefon}.' },
    { id: '4', agenda: 'matrika', shortcut: 'rodny-list', text: 'Rodný list vydá matrika. {odkaz}' },
  ]
  private last = 4

  /** Those a clerk may insert here, filled in. */
  cannedIn(agenda: string, clerk: string): Response {
    const values: Record<string, string> = {
      urednik: clerk,
      agenda,
      urad: 'Městský úřad Lipová',
      hodiny: 'pondělí a středa 8–17',
      telefon: '+420 800 000 000',
      email: 'urad@lipova.example',
      odkaz: 'https://lipova.example',
    }
    const replies = this.replies
      .filter((reply) => reply.agenda === '' || reply.agenda === agenda)
      .map((reply) => ({ ...reply, text: reply.text.replace(/\{([^{}]+)\}/g, (_, name: string) => values[name] ?? '') }))
      .sort((one, other) => one.shortcut.localeCompare(other.shortcut))
    return Response.json({ replies })
  }

  suggestion(id: string): Response {
    const found = this.suggestions.get(id)
    return found ? Response.json(found) : new Response(null, { status: 204 })
  }

  canned(method: string, path: string, body: Record<string, unknown>): Response {
    const id = path.slice('canned/'.length)
    if (method === 'GET') return Response.json({ replies: this.replies, variables: VARIABLES })
    if (id && !this.replies.some((reply) => reply.id === id)) return refused(404)
    if (method === 'DELETE') {
      this.replies = this.replies.filter((reply) => reply.id !== id)
      return new Response(null, { status: 204 })
    }
    const { agenda, shortcut, text } = body as unknown as NewReply
    const others = this.replies.filter((reply) => reply.id !== id)
    if (!/^[\p{L}\p{N}-]{1,32}$/u.test(shortcut) || text === '' || text.length > LONGEST_TEXT) return refused(400)
    const unknown = [...text.matchAll(/\{([^{}]*)\}/g)].find(([, name]) => !VARIABLES.includes(name!))
    if (unknown) return refused(400, `Proměnná ${unknown[0]} neexistuje.`)
    if (others.some((reply) => reply.agenda === agenda && reply.shortcut === shortcut)) return refused(409)
    const reply = { id: id || String(++this.last), agenda, shortcut, text }
    this.replies = [...others, reply]
    return Response.json(reply, { status: method === 'POST' ? 201 : 200 })
  }

  insert(words: string): Response {
    return Response.json({ articles: words.includes('průkaz') ? articles() : [] })
  }
}

function articles(): FoundArticle[] {
  const parts: Partial<Record<(typeof ASPECTS)[number], string>> = {
    answer: '**Nový průkaz po ztrátě stojí 200 Kč.** Ztrátu ohlaste co nejdřív.',
    fee: '200 Kč, do 15 let 100 Kč.',
    documents: 'Rodný list a jiný doklad s fotografií.',
    where: 'Na kterémkoli úřadě s rozšířenou působností.',
    'how-long': 'Do 30 dnů.',
  }
  return ['Ztráta občanského průkazu', 'Vydání nového občanského průkazu dítěti mladšímu patnácti let'].map((title, at) => ({
    slug: `obcansky-prukaz-${at}`,
    title,
    url: `https://lipova.example/clanky/obcansky-prukaz-${at}`,
    parts: ASPECTS.flatMap((aspect) => (parts[aspect] ? [{ aspect, text: parts[aspect] }] : [])).slice(0, at === 0 ? 5 : 2),
  }))
}

function refused(status: number, detail = ''): Response {
  return Response.json(
    { type: 'about:blank', title: 'refused', status, detail },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )
}
