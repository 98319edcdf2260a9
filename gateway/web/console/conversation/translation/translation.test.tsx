import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../../testing/mock-gateway'
import { button, control, fill, openConsole, press, reads, text, until } from '../../testing/open-console'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
  gateway.takenBy('c1', 'k2')
})

const asked = () => gateway.requests.filter((request) => request === 'POST /api/console/conversations/k2/translations').length

async function open(id = 'k2'): Promise<void> {
  openConsole(gateway, `/konverzace/${id}`)
  await control('textarea', 'Odpověď občanovi')
}

test('a foreign message is translated when the clerk wants it, and marked as a machine translation', async () => {
  gateway.translations.on = true
  await open()
  await button('Přeložit')
  expect(asked()).toBe(0)
  await press('Přeložit')

  await reads('Kde si mám přihlásit novou adresu?')
  await reads('strojový překlad')
})

test('a clerk may have foreign messages translated by themselves', async () => {
  gateway.translations.on = true
  localStorage.setItem('okenko.console.translate', 'yes')
  await open()

  await reads('Kde si mám přihlásit novou adresu?')
  expect(asked()).toBe(1)
})

test('a translator that fails is told in plain words and holds up nobody', async () => {
  gateway.translations.on = true
  gateway.translations.fault = 'unreachable'
  await open()
  await press('Přeložit')
  await reads('Překladač neodpovídá. Pokračujte s originálem.')
  await fill('Odpověď občanovi', 'Dobrý den.')
  await press('Odeslat')

  await until(() => expect(gateway.requests).toContain('POST /api/console/conversations/k2/reply'))
})

test('a reply is sent translated only after the clerk has seen it', async () => {
  gateway.translations.on = true
  await open()
  await fill('Odpověď občanovi', 'Na ohlašovně.')
  await press('Ukázat v občanově jazyce')
  const seen = await control<HTMLTextAreaElement>('textarea', 'strojový překlad')
  expect(seen.value).toBe('[uk] Na ohlašovně.')
  expect(gateway.requests).not.toContain('POST /api/console/conversations/k2/reply')
  await press('Odeslat přeložené')

  await until(() => expect(document.querySelector('[data-author=clerk]')?.textContent).toContain('[uk] Na ohlašovně.'))
})

test('a reply that was changed after it was translated is translated anew', async () => {
  gateway.translations.on = true
  await open()
  await fill('Odpověď občanovi', 'Na ohlašovně.')
  await press('Ukázat v občanově jazyce')
  await button('Odeslat přeložené')
  await fill('Odpověď občanovi', 'Na ohlašovně, dveře 3.')

  await button('Ukázat v občanově jazyce')
  expect(text()).not.toContain('Odeslat přeložené')
})

test('without a translator nothing of it is offered', async () => {
  await open()
  await until(() => expect(gateway.requests).toContain('GET /api/console/conversations/k2/translations'))
  expect(text()).not.toContain('Přeložit')
  expect(text()).not.toContain('občanově jazyce')
})
