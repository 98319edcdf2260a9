import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../../testing/mock-gateway'
import { button, control, drawn, fill, heard, openConsole, press, reads, readsNoMore, text, until } from '../../testing/open-console'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
})

const pdf = (name: string, bytes: number) => new File([new Uint8Array(bytes).fill(37)], name, { type: 'application/pdf' })
const names = () => gateway.files.of('c1', 'k4').map(({ name, state }) => `${name} ${state}`)

async function open(): Promise<void> {
  openConsole(gateway, '/konverzace/k4')
  await reads('Zkouším')
  await button('Přiložit soubor')
  await reads('Nejvýš 10')
  await drawn()
}

function choose(...files: File[]): void {
  const chooser = document.querySelector<HTMLInputElement>('input[type=file]')!
  Object.defineProperty(chooser, 'files', { value: files, configurable: true })
  chooser.dispatchEvent(new Event('change', { bubbles: true }))
}

test('a chosen file goes to the gateway in pieces and along with the reply', async () => {
  await open()
  const said = heard()
  choose(pdf('žádost.pdf', 1_200_000))
  await until(() => expect(names()).toEqual(['žádost.pdf clean']))
  await until(() => expect(said.join(' ')).toContain('Přiloženo: žádost.pdf.'))
  expect(gateway.requests.filter((request) => request.startsWith('PUT') && request.includes('/files/')).length).toBe(3)

  await fill('Odpověď občanovi', 'V příloze je žádost.')
  await press('Odeslat')

  await until(() => expect(document.querySelector('[data-author=clerk] .line-files')?.textContent).toContain('žádost.pdf'))
  await until(() => expect(document.querySelector('.enclosures-list')).toBeNull())
})

test('while a file is on its way nothing is sent', async () => {
  gateway.files.slow = true
  await open()
  choose(pdf('žádost.pdf', 1_200_000))
  await control('progress', 'Nahrává se žádost.pdf')
  await fill('Odpověď občanovi', 'V příloze je žádost.')
  await press('Odesílá se…')

  expect(gateway.requests).not.toContain('POST /api/console/conversations/k4/reply')

  await press('Odebrat žádost.pdf')
  await until(() => expect(names()).toEqual([]))
  await press('Odeslat')
  await until(() => expect(gateway.requests).toContain('POST /api/console/conversations/k4/reply'))
})

test('a file that is not taken says why and can be put aside', async () => {
  await open()
  choose(pdf('prázdný.pdf', 0))
  await reads('prázdný.pdf se nepřiloží: soubor je prázdný.')
  await press('Odebrat prázdný.pdf')

  await readsNoMore('se nepřiloží')
})

test('what the network interrupts goes on by itself', async () => {
  await open()
  gateway.down = true
  choose(pdf('žádost.pdf', 100))
  await control('progress', 'Nahrává se žádost.pdf')
  gateway.down = false

  await until(() => expect(names()).toEqual(['žádost.pdf clean']))
})

test('files of a draft are there again after a reload, and one that stopped half-way says so', async () => {
  gateway.files.put('c1', 'k4', 'včera.pdf')
  gateway.files.put('c1', 'k4', 'půlka.pdf', 'arriving')
  gateway.files.put('c2', 'k4', 'cizí.pdf')
  await open()

  await reads('včera.pdf')
  await reads('nahrávání se přerušilo')
  expect(text()).not.toContain('cizí.pdf')
})

test('a file can be dropped on the editor', async () => {
  await open()
  const drop = new Event('drop', { bubbles: true, cancelable: true })
  Object.defineProperty(drop, 'dataTransfer', { value: { types: ['Files'], files: [pdf('plánek.png', 9)] } })
  document.querySelector('textarea')!.dispatchEvent(drop)

  await until(() => expect(names()).toEqual(['plánek.png clean']))
  expect(drop.defaultPrevented).toBe(true)
})

test('a picture can be pasted, and words are pasted as ever', async () => {
  await open()
  const paste = (types: string[], files: File[]) => {
    const event = new Event('paste', { bubbles: true, cancelable: true })
    Object.defineProperty(event, 'clipboardData', { value: { types, files } })
    document.querySelector('textarea')!.dispatchEvent(event)
    return event.defaultPrevented
  }

  expect(paste(['text/plain'], [])).toBe(false)
  expect(paste(['Files'], [pdf('image.png', 9)])).toBe(true)
  await until(() => expect(names()).toEqual(['image.png clean']))
})

test('where the channel carries no files the clerk is told before they try', async () => {
  gateway.files.carried = false
  openConsole(gateway, '/konverzace/k4')

  await reads('Tímto kanálem soubory poslat nejde.')
  expect(text()).not.toContain('Přiložit soubor')
})
