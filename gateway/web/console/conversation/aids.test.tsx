import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { button, control, fill, heard, openConsole, press, reads, readsNoMore, text, until } from '../testing/open-console'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
})

const reply = () => control<HTMLTextAreaElement>('textarea', 'Odpověď občanovi')
const options = () => [...document.querySelectorAll('[role=option] strong')].map((option) => option.textContent)
const talk = (id: string) => gateway.talks.find(({ item }) => item.conversation === id)!
const requests = (end: string) => gateway.requests.filter((request) => request.endsWith(end))

async function open(id = 'k4'): Promise<void> {
  openConsole(gateway, `/konverzace/${id}`)
  await until(() => expect(document.querySelector('[role=log]')).not.toBeNull())
  await until(() => expect(gateway.listeners).toBe(1))
}

/** Types words and leaves the cursor behind them, before what is to follow. */
async function type(words: string, after = ''): Promise<HTMLTextAreaElement> {
  await until(() => expect(requests('/canned').length).toBeGreaterThan(0))
  const field = (await fill('Odpověď občanovi', words + after)) as HTMLTextAreaElement
  field.focus()
  field.setSelectionRange(words.length, words.length)
  field.dispatchEvent(new Event('select', { bubbles: true }))
  return field
}

function key(field: HTMLElement, name: string): boolean {
  return field.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }))
}

const suggested = (id: string, supervised: boolean) =>
  gateway.aids.suggestions.set(id, {
    text: 'Nový průkaz stojí **200 Kč**.',
    slug: 'op',
    title: 'Ztráta průkazu',
    confidence: 0.9,
    supervised,
  })

test('a slash offers general replies and those of the agenda; Enter puts one at the cursor', async () => {
  await open()
  const aloud = heard()
  const field = await type('Dobrý den, /', ' Jana')
  await until(() => expect(options()).toEqual(['/dobry-den', '/hodiny', '/mobilni-stanice']))
  await until(() => expect(aloud.join()).toContain('3 hotové texty'))
  const active = () => document.getElementById(field.getAttribute('aria-activedescendant')!)!.textContent
  expect(active()).toContain('/dobry-den')
  key(field, 'ArrowDown')
  await until(() => expect(active()).toContain('/hodiny'))
  expect(document.getElementById(field.getAttribute('aria-controls')!)!.getAttribute('role')).toBe('listbox')
  expect(document.activeElement).toBe(field)

  expect(key(field, 'Enter')).toBe(false)
  await until(() => expect(field.value).toBe('Dobrý den, Úřední hodiny: pondělí a středa 8–17. Jana'))
  expect(field.selectionEnd).toBe('Dobrý den, Úřední hodiny: pondělí a středa 8–17.'.length)
  await until(() => expect(options()).toEqual([]))
  expect(field.hasAttribute('aria-controls')).toBe(false)
})

test('Escape leaves the text as typed and the list does not come back at that slash', async () => {
  await open()
  const field = await type('/ho')
  await until(() => expect(options()).toContain('/hodiny'))
  key(field, 'Escape')
  await until(() => expect(options()).toEqual([]))
  await type('/hod')
  expect(field.value).toBe('/hod')
  expect(key(field, 'Enter')).toBe(true)

  await type('/hod /ho')
  await until(() => expect(options()).toContain('/hodiny'))
})

test('where no reply begins so, keys do what they always do; a note has no list', async () => {
  await open()
  const field = await type('/nic-takoveho')
  expect(key(field, 'Enter')).toBe(true)
  expect(key(field, 'Tab')).toBe(true)
  ;(await control('[role=tab]', 'Poznámka')).click()
  const note = (await fill('Poznámka, kterou vidí jen kolegové', '/')) as HTMLTextAreaElement
  note.setSelectionRange(1, 1)
  note.dispatchEvent(new Event('select', { bubbles: true }))

  expect(options()).toEqual([])
  expect(note.hasAttribute('aria-autocomplete')).toBe(false)
})

test('a fact of an article goes to the cursor with its link, beside what is written', async () => {
  await open()
  const field = await type('Dobrý den,', '\nJana')
  await press('Vložit z článků')
  await fill('Co hledáte', 'občanský průkaz')
  await press('Vložit Poplatek: Ztráta občanského průkazu')

  await until(() =>
    expect(field.value).toBe(
      'Dobrý den,\n\n200 Kč, do 15 let 100 Kč.\n\n[Ztráta občanského průkazu](https://lipova.example/clanky/obcansky-prukaz-0)\nJana',
    ),
  )
  expect(document.querySelector('dialog')).toBeNull()
  expect(document.activeElement).toBe(field)
})

test('words nothing was found for say so', async () => {
  await open()
  await press('Vložit z článků')
  await fill('Co hledáte', 'nesmysl')

  await reads('Nic se nenašlo.')
})

test('the bot’s suggestion is asked for once for each thing the citizen says, and goes into the reply', async () => {
  suggested('k4', false)
  await open()
  await reads('Zkouším')
  expect(text()).not.toContain('Automat by odpověděl')
  expect(requests('/suggestion')).toHaveLength(0)
  await fill('Odpověď občanovi', 'Už píšu.')
  ;(await control('[role=tab]', 'Poznámka')).click()
  gateway.says('k4', 'A kolik to stojí?')
  await reads('Automat by odpověděl')
  gateway.lookedAtBy([{ name: 'Petr Malý', writing: false }], 'k4')
  await reads('Petr Malý právě čte')
  expect(requests('/suggestion')).toHaveLength(1)
  await press('Vložit do odpovědi')

  const field = await reply()
  await until(() => expect(field.value).toContain('Nový průkaz stojí **200 Kč**.'))
  expect(field.value).toContain('Už píšu.')
  expect(talk('k4').item.state).toBe('with-clerk')
})

test('an answer that waits for approval says so, and is sent in one step', async () => {
  suggested('k1', true)
  talk('k1').item = { ...talk('k1').item, flag: 'approval' }
  await open('k1')
  await reads('Odpověď automatu čeká na schválení')
  expect([...document.querySelectorAll('.chip')].filter((chip) => chip.textContent === 'ke schválení')).toHaveLength(2)
  expect(text()).not.toContain('Vložit do odpovědi')
  const aloud = heard()
  await press('Schválit a odeslat')

  await until(() => expect(aloud.join()).toContain('V konverzaci zase odpovídá automat.'))
  expect(talk('k1').lines.at(-1)).toMatchObject({ author: 'clerk', name: 'Jana Nová', text: 'Nový průkaz stojí **200 Kč**.' })
  expect(talk('k1').item.state).toBe('with-bot')
  await readsNoMore('čeká na schválení')
})

test('who was late with an approval is told so', async () => {
  suggested('k1', false)
  await open('k1')
  await button('Odeslat')
  gateway.takenBy('c2', 'k1', true)
  gateway.refusals.set('/conversations/k1/approve', 409)
  const aloud = heard()
  await press('Odeslat')

  await until(() => expect(aloud.join()).toContain('Neodesláno. Konverzaci mezitím vede někdo jiný'))
})

test('under the editor stands as how many messages a reply goes, and how long it may', async () => {
  const in2Hours = new Date(Date.now() + 130.5 * 60_000).toISOString()
  talk('k4').limits = { splitAt: 20, until: in2Hours }
  await open()
  await fill('Odpověď občanovi', 'Přijedeme v úterý v deset hodin, čekejte.')
  await reads('odejde jako 3 zprávy')
  expect(text()).toContain('Pospěšte si: kanál vás nechá odpovědět už jen 2 h 10 min.')
  await fill('Odpověď občanovi', 'Přijedeme.')

  await readsNoMore('odejde jako')
})

test('after the channel closed, the clerk reads what to do instead', async () => {
  talk('k4').limits = { until: new Date(Date.now() - 1000).toISOString() }
  talk('k4').item = { ...talk('k4').item, contact: '601 000 000' }
  await open()

  await reads('Ozvěte se na kontakt, který občan nechal (601 000 000)')
})

test('with a gateway that knows nothing of this the console works as before', async () => {
  gateway.aids.missing = true
  await open('k1')
  await until(() => expect(requests('/suggestion').length).toBeGreaterThan(0))
  await press('Převzít')
  const field = await type('/')
  expect(options()).toEqual([])
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))

  await until(() => expect(talk('k1').lines.at(-1)?.text).toBe('/'))
  expect(text()).not.toContain('Tohle už neexistuje')
})
