import type { Clerk, Earlier, Item, Limits, Line, State } from '../api/contract'

export interface Talk {
  item: Item & { readonly conversation: string }
  lines: Line[]
  history: Earlier[]
  limits?: Limits
}

export const AGENDAS = [
  { id: 'doklady', name: 'Doklady' },
  { id: 'matrika', name: 'Matrika' },
  { id: 'poplatky', name: 'Místní poplatky' },
] as const

/** What a search among the articles comes up with. */
export const ARTICLES = [
  { slug: 'obcansky-prukaz-ztrata', title: 'Ztráta občanského průkazu' },
  { slug: 'poplatek-pes', title: 'Poplatek ze psů' },
] as const

const ALL = AGENDAS.map((agenda) => agenda.id)

export function clerks(): Clerk[] {
  return [
    { id: 'c1', signIn: 'jana', name: 'Jana Nová', role: 'admin', agendas: ALL, active: true, secondFactor: true },
    { id: 'c2', signIn: 'petr', name: 'Petr Malý', role: 'clerk', agendas: ['doklady'], active: true, secondFactor: true },
    { id: 'c3', signIn: 'eva', name: 'Eva Dvořáková', role: 'editor', agendas: [], active: false, secondFactor: false },
  ]
}

export const PASSWORD = 'spravne-heslo-2026'

/** Conversations of a made-up town, as old as their order says when counted from `now`. */
export function talks(now: number): Talk[] {
  const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString()
  return [
    talk('k1', 'waiting', ago(25), {
      citizen: 'Občan z webu',
      preview: 'potřebuju člověka, je to složitější',
      subject: 'Ztráta občanského průkazu',
      lines: [
        line(1, 'citizen', 'ztratil jsem obcanku, kolik stoji nova?', ago(31)),
        {
          ...line(2, 'bot', '**Nový průkaz po ztrátě stojí 200 Kč.** Ztrátu ohlaste co nejdřív:\n\n- na kterémkoli úřadě s rozšířenou působností\n- nebo na [Portálu občana](https://portal.gov.cz)', ago(31)),
          article: { slug: 'obcansky-prukaz-ztrata', title: 'Ztráta občanského průkazu' },
        },
        line(3, 'citizen', 'potřebuju člověka, je to složitější', ago(25)),
        line(4, 'office', 'Předáno do fronty Doklady, pořadí 1.', ago(25)),
      ],
      history: [
        { conversation: 'k8', subject: 'Poplatek za psa', at: ago(60 * 24 * 80), state: 'closed', rating: 5 },
        { conversation: 'k9', at: ago(60 * 24 * 60), state: 'closed' },
      ],
    }),
    talk('k2', 'waiting', ago(12), {
      citizen: 'Громадянин з вебчату',
      language: 'uk',
      preview: 'Де мені зареєструвати нову адресу?',
      agenda: 'matrika',
      submission: 'complaint',
      submittedAt: ago(12),
    }),
    talk('k3', 'waiting', ago(5), {
      citizen: 'Občan z webu',
      preview: 'doma mi strašně smrdí plyn co mám dělat',
      flag: 'emergency',
      contact: '+420 601 000 000',
    }),
    talk('k4', 'with-clerk', ago(40), {
      citizen: 'Občan z webu',
      preview: 'A můžu to vyřídit za mámu? Je v nemocnici',
      clerk: { id: 'c1', name: 'Jana Nová' },
      subject: 'Vydání nového občanského průkazu',
      lines: [
        line(1, 'citizen', 'chci mluvit s člověkem', ago(52)),
        line(2, 'office', 'Předáno do fronty Doklady. Převzala Jana Nová.', ago(40)),
        { ...line(3, 'clerk', 'Dobrý den, jak vám mohu pomoci?', ago(39)), name: 'Jana Nová', delivery: 'delivered' },
        {
          ...line(4, 'citizen', 'A můžu to vyřídit za mámu? Je v nemocnici', ago(38)),
          earlier: [{ text: 'A můžu to vyřídit za mámu?', at: ago(38) }],
          files: [
            { id: 'f1', name: 'plná moc.pdf', type: 'application/pdf', size: 84_000, state: 'clean' },
            { id: 'f2', name: 'faktura.zip', type: 'application/zip', size: 9_000, state: 'infected' },
          ],
        },
        { ...line(5, 'note', 'Na oddělení umíme přijet s mobilní stanicí.', ago(30)), name: 'Petr Malý' },
        { ...line(6, 'clerk', 'Ano, přijedeme za ní. Na kterém oddělení leží?', ago(20)), name: 'Jana Nová', delivery: 'refused', reason: 'blocked' },
        { ...line(7, 'clerk', 'Zkouším to znovu.', ago(1)), name: 'Jana Nová', delivery: 'pending' },
      ],
    }),
    talk('k5', 'with-clerk', ago(70), {
      citizen: 'marie.k@example.cz',
      channel: 'email',
      preview: 'Re: Rodný list pro syna narozeného v Londýně, jaké doklady mám přinést s sebou',
      clerk: { id: 'c2', name: 'Petr Malý' },
      agenda: 'matrika',
    }),
    talk('k6', 'with-bot', ago(3), { citizen: 'Občan z Telegramu', channel: 'telegram', preview: 'kolik stojí pes' }),
    talk('k7', 'closed', ago(60 * 27), { citizen: 'Občan z webu', preview: 'děkuji', rating: 4, agenda: 'poplatky' }),
  ]
}

interface Given extends Partial<Omit<Item, 'conversation' | 'state' | 'since'>> {
  readonly lines?: Line[]
  readonly history?: Earlier[]
}

export function talk(id: string, state: State, since: string, { lines, history, ...given }: Given): Talk {
  const agenda = given.agenda ?? 'doklady'
  const item: Talk['item'] = {
    conversation: id,
    citizen: 'Občan z webu',
    channel: 'webchat',
    language: 'cs',
    preview: '',
    state,
    since,
    ...given,
    agenda,
    agendaName: AGENDAS.find((known) => known.id === agenda)?.name ?? agenda,
  }
  return {
    item,
    lines: lines ?? [{ ...line(1, 'citizen', item.preview, since), language: item.language }],
    history: history ?? [],
  }
}

export function line(seq: number, author: Line['author'], text: string, at: string): Line {
  return { id: `m${seq}`, seq, author, text, at, language: 'cs' }
}
