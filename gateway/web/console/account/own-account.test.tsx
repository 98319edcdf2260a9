import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { PASSWORD } from '../testing/office'
import { control, fill, openConsole, press, reads, text, until } from '../testing/open-console'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c2'
})

test('a second factor is set up with the own password, the picture and the first code', async () => {
  openConsole(gateway, '/ucet')
  await press('Zapnout')
  await fill('Vaše heslo', PASSWORD)
  await press('Pokračovat')
  await reads('GEZD GNBV')
  await fill('Kód z telefonu', '999999')
  await press('Ověřit a zapnout')
  await reads('Kód nesouhlasí')
  await fill('Kód z telefonu', '123456')
  await press('Ověřit a zapnout')
  await reads('7K3M-0QXV-9TRA-WB20')
  await press('Kódy mám uložené')

  await reads('Zapnuto. Záložních kódů zbývá: 10.')
})

test('who owes a second factor sees nothing else', async () => {
  gateway.account.required.add('clerk')
  openConsole(gateway, '/fronta')

  await reads('Vaše role vyžaduje druhý faktor.')
  expect(text()).not.toContain('potřebuju člověka')
})

test('a code is asked for after the password and may be pasted', async () => {
  gateway.signedIn = undefined
  gateway.account.factors.add('c1')
  openConsole(gateway)
  await fill('Přihlašovací jméno', 'jana')
  await fill('Heslo', PASSWORD)
  await press('Přihlásit se')

  const code = await control<HTMLInputElement>('input', 'Kód z telefonu')
  await until(() => expect(document.activeElement).toBe(code))
  expect(code.autocomplete).toBe('one-time-code')
  const paste = new Event('paste', { bubbles: true, cancelable: true })
  code.dispatchEvent(paste)
  expect(paste.defaultPrevented).toBe(false)

  await fill('Kód z telefonu', '123456')
  await press('Přihlásit se')
  await reads('potřebuju člověka')
})

test('the own password is changed only by who knows the old one', async () => {
  openConsole(gateway, '/ucet')
  await fill('Dosavadní heslo', 'něco jiného')
  await fill('Nové heslo', 'dlouhé nové heslo')
  await press('Změnit heslo')
  await reads('Vaše heslo nesouhlasí.')
  await fill('Dosavadní heslo', PASSWORD)
  await press('Změnit heslo')

  await reads('Heslo je změněné.')
})
