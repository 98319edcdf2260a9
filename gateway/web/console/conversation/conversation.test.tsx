import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { button, control, drawn, fill, openConsole, press, reads, readsNoMore, text, until } from '../testing/open-console'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
})

const panel = () => document.querySelector<HTMLElement>('.conversation')!
const linesOf = (id: string) => gateway.talks.find((talk) => talk.item.conversation === id)!.lines
const requestsTo = (end: string) => gateway.requests.filter((request) => request.endsWith(end)).length
const reply = () => control<HTMLTextAreaElement>('textarea', 'Odpověď občanovi')

async function open(id: string, words: string): Promise<void> {
  openConsole(gateway, `/konverzace/${id}`)
  await reads(words)
  await until(() => expect(gateway.listeners).toBe(1))
  await until(() => expect(requestsTo(`/conversations/${id}`)).toBe(2))
}

test('who said what is told in words', async () => {
  await open('k4', 'Na oddělení')

  const heads = [...document.querySelectorAll('.line-head')].map((head) => head.textContent)
  expect(heads[0]).toMatch(/^Občan · /)
  expect(heads[1]).toMatch(/^Úřad · /)
  expect(heads[2]).toMatch(/^Vy · .* · doručeno$/)
  expect(heads[4]).toMatch(/^Poznámka pro kolegy · Petr Malý · /)
  expect(heads[5]).toMatch(/nedoručeno$/)
})

test('a changed message still shows what it said before', async () => {
  await open('k4', 'dřívější znění')

  const earlier = document.querySelector('.line-earlier')!
  expect(earlier.querySelector('li')!.textContent).toMatch(/: A můžu to vyřídit za mámu\?$/)
})

test('only a file that was looked into can be saved', async () => {
  await open('k4', 'plná moc.pdf')

  const files = [...document.querySelectorAll('.line-files li')]
  expect(files.map((file) => file.querySelector('a')?.getAttribute('href'))).toEqual([
    '/api/console/files/f1',
    undefined,
  ])
  expect(files[0]!.querySelector('a')!.hasAttribute('download')).toBe(true)
  expect(files[1]!.textContent).toContain('v karanténě')
})

test('what was filed is said first, with the day it came', async () => {
  await open('k2', 'Občan tu něco podal: stížnost. Došlo')

  const flag = document.querySelector('.conversation-flag')!.textContent
  const came = new Date(Date.now() - 12 * 60_000)
  expect(flag).toContain(`${came.getDate()}. ${came.getMonth() + 1}. ${came.getFullYear()}`)
})

test('what citizens write stays text', async () => {
  gateway.says('k1', '<img src=x onerror=alert(1)> **tučně** [x](javascript:alert(1))')
  await open('k1', '<img src=x onerror=alert(1)> **tučně**')

  expect(panel().querySelector('img, [href^="javascript"]')).toBeNull()
})

test('a claim opens the editor and puts the focus there', async () => {
  await open('k1', 'Převzít')
  expect(panel().dataset['state']).toBe('waiting')
  ;(await button('Převzít')).focus()
  await press('Převzít')

  const editor = await reply()
  expect(panel().dataset['state']).toBe('with-clerk')
  expect(panel().dataset['mine']).toBe('true')
  await until(() => expect(document.activeElement).toBe(editor))
})

test('who loses a claim is told who won and may only read', async () => {
  await open('k1', 'Převzít')
  gateway.takenBy('c2', 'k1', true)
  await press('Převzít')

  await reads('Konverzaci právě převzal někdo jiný: Petr Malý.')
  await reads('Konverzaci vede Petr Malý.')
  expect(document.querySelector('textarea')).toBeNull()
})

test('Ctrl+Enter sends and empties the editor', async () => {
  await open('k4', 'Zkouším')
  const editor = await fill('Odpověď občanovi', '  Dobrý den  ')
  editor.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }))

  await until(() => expect(linesOf('k4').at(-1)?.text).toBe('Dobrý den'))
  await until(async () => expect((await reply()).value).toBe(''))
  expect(localStorage.length).toBe(0)
})

test('a reply whose answer was lost is sent again under the same id and arrives once', async () => {
  await open('k4', 'Zkouším')
  const before = linesOf('k4').length
  const real = gateway.fetch.bind(gateway)
  gateway.fetch = async (url, init) => {
    const answer = await real(url, init)
    if (!url.endsWith('/reply')) return answer
    gateway.fetch = real
    throw new TypeError('the line broke')
  }
  await fill('Odpověď občanovi', 'Přijďte v pondělí.')
  await press('Odeslat')
  await reads('Neodesláno, text zůstal v poli.')
  await press('Odeslat')

  await reads('Odesláno.')
  expect(linesOf('k4').length).toBe(before + 1)
})

test('a draft survives a remote message, another tab and a reload', async () => {
  await open('k4', 'Zkouším')
  await fill('Odpověď občanovi', 'Rozepsaná odpověď')
  gateway.says('k4', 'Jste tam?')
  await reads('Jste tam?')
  expect((await reply()).value).toBe('Rozepsaná odpověď')

  ;(await control('[role=tab]', 'Poznámka')).click()
  await fill('Poznámka, kterou vidí jen kolegové', 'Volala dcera')
  ;(await control('[role=tab]', 'Odpověď')).click()
  expect((await reply()).value).toBe('Rozepsaná odpověď')

  expect(localStorage.getItem('okenko.draft.c1.k4.reply')).toContain('Rozepsaná odpověď')
  expect(localStorage.getItem('okenko.draft.c1.k4.note')).toContain('Volala dcera')
})

test('words written for a conversation that was taken away stay readable', async () => {
  await open('k4', 'Zkouším')
  await fill('Odpověď občanovi', 'Nestihla jsem')
  gateway.takenBy('c2', 'k4')

  await reads('Konverzaci vede Petr Malý.')
  expect((await control<HTMLTextAreaElement>('textarea', 'Váš neodeslaný koncept')).value).toBe('Nestihla jsem')
})

test('a new message of the citizen is announced once, the old ones are not', async () => {
  await open('k4', 'Zkouším')
  const status = document.querySelector('[role=status]')!
  expect(status.textContent).toBe('')
  gateway.says('k4', 'Jste tam?')

  await until(() => expect(status.textContent?.trim()).toBe('Občan: Jste tam?'))
})

test('a text over the limit says by how much and is not sent', async () => {
  await open('k4', 'Zkouším')
  await fill('Odpověď občanovi', 'a'.repeat(4003))
  await reads('text je delší o 3 znaky')
  await press('Odeslat')

  expect(requestsTo('/reply')).toBe(0)
})

test('an empty reply is refused in words', async () => {
  await open('k4', 'Zkouším')
  await press('Odeslat')

  await reads('Nejdřív něco napište.')
})

test('closing asks first and mentions an unsent draft', async () => {
  await open('k4', 'Zkouším')
  await fill('Odpověď občanovi', 'Rozepsáno')
  await press('Uzavřít')
  await reads('Máte tu rozepsaný text, který jste neodeslali.')
  expect(requestsTo('/close')).toBe(0)
  await press('Uzavřít konverzaci')

  await until(() => expect(panel().dataset['state']).toBe('closed'))
})

test('who closes tells how it ended and which article had the answer', async () => {
  await open('k4', 'Zkouším')
  await press('Uzavřít')
  ;(await control('input[type=radio]', 'Předáno jinam')).click()
  ;(await control('input[type=radio]', 'Ano')).click()
  await fill('Který článek to byl? (nepovinné)', 'ztráta')
  await until(() => expect(document.querySelectorAll('datalist option')).toHaveLength(2))
  await fill('Který článek to byl? (nepovinné)', 'Ztráta občanského průkazu')
  await press('Uzavřít konverzaci')

  await until(() =>
    expect(gateway.sorting.outcomes.get('k4')).toEqual({
      reason: 'passed-on',
      inBase: 'yes',
      article: 'obcansky-prukaz-ztrata',
    }),
  )
})

test('a conversation is put off until a moment to come, and back at will', async () => {
  await open('k4', 'Zkouším')
  await press('Odložit')
  ;(await control('input[type=radio]', /^Jiný čas/)).click()
  await fill('Datum a čas', '2020-01-01T08:00')
  document.querySelector<HTMLButtonElement>('dialog button[type=submit]')!.click()
  await reads('Vyberte čas, který teprve přijde.')
  ;(await control('input[type=radio]', /^Do zítřka/)).click()
  await drawn()
  document.querySelector<HTMLButtonElement>('dialog button[type=submit]')!.click()
  await reads('odloženo do')

  await press('Vrátit hned')
  await readsNoMore('odloženo do')
  expect(panel().dataset['mine']).toBe('true')
})

test('giving back leaves the conversation to the machine', async () => {
  await open('k4', 'Zkouším')
  await press('Vrátit automatu')

  await until(() => expect(panel().dataset['state']).toBe('with-bot'))
  await reads('Konverzaci zase vede automat.')
  await readsNoMore('Vrátit automatu')
})

test('the citizen’s panel shows the contact as a link, and what came before', async () => {
  await open('k3', '+420 601 000 000')
  expect(document.querySelector<HTMLAnchorElement>('a[href^="tel:"]')?.getAttribute('href')).toBe('tel:+420601000000')

  location.hash = '#/konverzace/k1'
  await reads('hodnocení 5 z 5')
  expect(text()).toContain('Bez tématu')
})

test('an unknown conversation says so', async () => {
  openConsole(gateway, '/konverzace/nic')

  await reads('Tahle konverzace neexistuje')
})
