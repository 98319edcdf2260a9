/* What the mock gateway says. Names, fees and paragraphs are invented for the tests. */

type Json = Record<string, unknown>

export interface Said {
  readonly line: Json
  readonly state?: Json
}

export const office = {
  name: 'Okénko města Modelov',
  logo: '/brand/logo.svg',
  brand: {
    light: { action: '#14507a', 'action-ink': '#ffffff', 'action-soft': '#e4eef5' },
    dark: { action: '#7cc0f0', 'action-ink': '#0c1a26', 'action-soft': '#1e3344' },
  },
  languages: ['cs', 'en', 'uk', 'de'],
  open: true,
  openText: 'úřad má dnes otevřeno do 17.00',
  frequent: [
    { slug: 'obcansky-prukaz-vydani', title: 'Vydání nového občanského průkazu' },
    { slug: 'ridicsky-prukaz-vymena', title: 'Výměna řidičského průkazu' },
    { slug: 'poplatek-pes', title: 'Poplatek ze psa' },
    { slug: 'trvaly-pobyt-zmena', title: 'Změna trvalého pobytu' },
  ],
  privacyUrl: 'https://example.org/soukromi',
  demo: true,
}

const source = {
  statute: 'zákon č. 269/2021 Sb., o občanských průkazech',
  paragraph: '§ 9 a § 63',
  url: 'https://example.org/2021-269',
  checked: '2026-11-12',
  confirmed: true,
}

const found = {
  text:
    'Nový průkaz po ztrátě stojí **200 Kč**. Ztrátu ohlaste co nejdřív, jde to i u nás na přepážce. ' +
    'Potvrzení o ztrátě dostanete hned.\n\n- Vezměte s sebou jiný doklad, třeba pas nebo řidičák.\n' +
    '- Fotku nenoste, vyfotíme vás.\n- Hotový bude do 30 dnů.',
  answer: {
    outcome: 'found',
    slug: 'obcansky-prukaz-ztrata',
    title: 'Ztráta občanského průkazu',
    aspect: 'fee',
    sources: [source, { ...source, statute: 'zákon č. 634/2004 Sb., o správních poplatcích', paragraph: 'položka 8' }],
    links: [{ label: 'Ohlásit ztrátu přes Portál občana', url: 'https://example.org/portal' }],
    handler: {
      agenda: 'Odbor správní',
      place: 'přepážka 4',
      hours: 'po a st 8–17, út a čt 8–14',
    },
  },
}

const unconfirmed = {
  text: 'Za psa v rodinném domě zaplatíte nejvýš 1 500 Kč ročně. Přesnou částku určuje vyhláška obce.',
  answer: {
    outcome: 'found',
    slug: 'poplatek-pes',
    title: 'Poplatek ze psa',
    sources: [{ ...source, confirmed: false }],
    links: [],
    handler: { agenda: 'Odbor finanční' },
  },
  choices: [
    { value: 'pes-kdy', label: 'Do kdy zaplatit?' },
    { value: 'pes-sleva', label: 'Má někdo slevu?' },
    { value: 'pes-odhlaseni', label: 'Jak psa odhlásím?' },
  ],
}

const ambiguous = {
  text: 'Co přesně potřebujete?',
  answer: { outcome: 'ambiguous' },
  choices: [
    { value: 'obcansky-prukaz-vydani', label: 'Vydání nového občanského průkazu' },
    { value: 'obcansky-prukaz-ztrata', label: 'Ztráta nebo krádež občanského průkazu' },
    { value: 'obcansky-prukaz-zmena', label: 'Výměna občanského průkazu po změně údajů' },
  ],
}

const tree = {
  text: 'Rodný list vám vydáme na matrice.\n\n**Komu ho potřebujete?**',
  answer: { ...found.answer, slug: 'rodny-list', title: 'Rodný list', aspect: 'general' },
  choices: [
    { value: 'ask:rodny-list:0', label: 'Sobě' },
    { value: 'ask:rodny-list:1', label: 'Dítěti, které se právě narodilo' },
  ],
}

const emergency = {
  text: '**Volejte hned 150 nebo 112.** Odejděte do bezpečí a řekněte, kde jste a co hoří.',
  answer: { outcome: 'emergency', sources: [], links: [] },
}

const notFound = {
  text: 'Na tohle odpověď nemám. Zkuste to prosím říct jinak, nebo vás předám člověku.',
  answer: { outcome: 'not-found' },
}

/** What the mock's automat makes of a message. */
export function says({ text, choice }: Json): Said {
  if (choice === 'handoff') {
    return {
      line: { text: 'Předávám vás člověku. Ozve se vám tady.', answer: { outcome: 'handoff' } },
      state: { state: 'waiting', place: 2, receipt: 'K7M2P-9XQ4T', mail: true },
    }
  }
  const words = String(text)
  if (words.includes('pes')) return { line: unconfirmed }
  if (words.includes('doklad')) return { line: ambiguous }
  if (words.includes('rodný')) return { line: tree }
  if (words.includes('hoří')) return { line: emergency }
  if (words.includes('xyz')) return { line: notFound }
  return { line: found }
}
