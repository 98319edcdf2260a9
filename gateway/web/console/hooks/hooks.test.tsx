import { beforeEach, expect, test } from 'vitest'
import type { Hook } from '../api/contract'
import { MockGateway } from '../testing/mock-gateway'
import { SECRET } from '../testing/mock-hooks'
import { control, fill, heard, openConsole, press, reads, readsNoMore, text, until } from '../testing/open-console'

const ONE: Hook = {
  id: 'h1',
  name: 'Spisová služba',
  url: 'https://spisovka.example/okenko',
  events: ['conversation.closed'],
  state: 'on',
  created: '2026-11-28T08:00:00Z',
}

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
})

async function check(name: string): Promise<void> {
  ;(await control<HTMLInputElement>('input[type=checkbox]', name)).click()
}

test('a program is added with what it is told and its key is shown once', async () => {
  openConsole(gateway, '/napojeni/hlaseni')
  await reads('Zatím se nikam nic nehlásí.')
  await press('Přidat odběratele')
  await fill('Název', 'Spisová služba')
  await fill('Adresa', 'https://spisovka.example/okenko')
  await check('konverzace skončila')
  ;(await control<HTMLButtonElement>('dialog button', 'Přidat odběratele')).click()

  await reads(SECRET)
  await press('Klíč mám uložený')
  await readsNoMore(SECRET)
  await reads('https://spisovka.example/okenko')
  expect(gateway.hooks.hooks[0]?.events).toEqual(['conversation.closed'])
})

test('what is missing and what cannot be used is said at its field', async () => {
  openConsole(gateway, '/napojeni/hlaseni')
  await press('Přidat odběratele')
  const submit = async () => (await control<HTMLButtonElement>('dialog button', 'Přidat odběratele')).click()
  await submit()
  await reads('Vyplňte název.')
  await reads('Vyplňte adresu.')
  await reads('Vyberte, co se má hlásit.')
  await fill('Název', 'Spisová služba')
  const url = await fill('Adresa', 'http://spisovka.example')
  await check('konverzace skončila')
  await submit()

  await reads('Adresa musí začínat https://.')
  expect(url.getAttribute('aria-invalid')).toBe('true')
  await until(() => expect(document.activeElement).toBe(url))
  expect(gateway.hooks.hooks).toEqual([])
})

test('a program is switched off and its key exchanged', async () => {
  gateway.hooks.hooks = [ONE]
  openConsole(gateway, '/napojeni/hlaseni')
  await press('Upravit: Spisová služba')
  await check('Hlásit')
  await press('Uložit')
  await reads('Vypnuto.')
  await press('Nový klíč: Spisová služba')
  await press('Nový klíč')

  await reads(SECRET)
  await reads('Starý klíč bude platit ještě den')
})

test('what was sent is told in plain words and sent again when it failed', async () => {
  gateway.hooks.hooks = [ONE]
  gateway.hooks.dispatches = [
    { id: 'd1', event: 'conversation.closed', at: '2026-11-27T08:00:00Z', state: 'failed', attempts: 10, trouble: 'status', status: 500 },
  ]
  openConsole(gateway, '/napojeni/hlaseni')
  await press('Co se poslalo: Spisová služba')
  await reads('Nedoručeno, dál to nezkoušíme, program odpověděl chybou 500, 10 pokusů')
  await press(/^Poslat znovu/)

  await reads('Čeká na odeslání')
})

test('a trial is announced and its outcome opened', async () => {
  gateway.hooks.hooks = [ONE]
  openConsole(gateway, '/napojeni/hlaseni')
  await reads('Spisová služba')
  const said = heard()
  await press('Vyzkoušet: Spisová služba')

  await reads('Doručeno')
  await until(() => expect(said).toContain('Zkouška je odeslaná.'))
})

test('who is no admin finds nothing there', async () => {
  gateway.signedIn = 'c2'
  openConsole(gateway, '/napojeni/hlaseni')

  await reads('Tady nic není.')
  expect(text()).not.toContain('Hlášení jiným programům')
})
