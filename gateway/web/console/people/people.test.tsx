import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { control, fill, openConsole, press, reads, readsNoMore, until } from '../testing/open-console'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
})

test('an admin adds a clerk with agendas', async () => {
  openConsole(gateway, '/lide')
  await reads('Eva Dvořáková')
  await press('Přidat člověka')
  await fill('Jméno a příjmení', 'Karel Dub')
  await fill('Přihlašovací jméno', 'karel')
  ;(await control('input', 'Matrika')).click()
  await fill('Heslo', 'dlouhe heslo 123')
  await press('Přidat')

  await readsNoMore('Ukázat heslo')
  await reads('Karel Dub')
  expect(gateway.clerks.at(-1)).toMatchObject({ signIn: 'karel', role: 'clerk', agendas: ['matrika'] })
})

test('a form with faults names them all and sends nothing', async () => {
  openConsole(gateway, '/lide')
  await press('Přidat člověka')
  await fill('Heslo', 'krátké')
  await press('Přidat')

  await reads('Vyplňte jméno a příjmení.')
  await reads('Vyplňte přihlašovací jméno.')
  await reads('Heslo musí mít aspoň 12 znaků.')
  const name = await control('input', 'Jméno a příjmení')
  await until(() => expect(document.activeElement).toBe(name))
  expect(gateway.requests).not.toContain('POST /api/console/clerks')
})

test('a sign-in name that is taken is said at its field', async () => {
  openConsole(gateway, '/lide')
  await press('Přidat člověka')
  await fill('Jméno a příjmení', 'Jiný Petr')
  await fill('Přihlašovací jméno', 'petr')
  await fill('Heslo', 'dlouhe heslo 123')
  await press('Přidat')

  await reads('Takové přihlašovací jméno už existuje.')
})

test('a password is set for one clerk', async () => {
  openConsole(gateway, '/lide')
  await press('Nastavit heslo: Petr Malý')
  await fill('Heslo', 'dlouhe heslo 123')
  await press('Nastavit heslo')

  await reads('Heslo je nastavené: Petr Malý.')
  expect(gateway.requests).toContain('POST /api/console/clerks/c2/password')
})

test('somebody who is no admin finds no page of people', async () => {
  gateway.signedIn = 'c2'
  openConsole(gateway, '/lide')

  await reads('Tady nic není.')
  await until(() => expect(gateway.requests).not.toContain('GET /api/console/clerks'))
})
