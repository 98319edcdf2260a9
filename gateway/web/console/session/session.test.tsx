import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { PASSWORD } from '../testing/office'
import { button, control, fill, openConsole, press, reads, text, until } from '../testing/open-console'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  gateway = new MockGateway()
})

async function signIn(password: string): Promise<void> {
  await fill('Přihlašovací jméno', 'jana')
  await fill('Heslo', password)
  await press('Přihlásit se')
}

test('name and password open the queue', async () => {
  openConsole(gateway)
  await signIn(PASSWORD)

  await reads('potřebuju člověka, je to složitější')
})

test('the fields tell password managers what they are and let a password be pasted', async () => {
  openConsole(gateway)

  expect((await control<HTMLInputElement>('input', 'Přihlašovací jméno')).autocomplete).toBe('username')
  const password = await control<HTMLInputElement>('input', 'Heslo')
  expect(password.autocomplete).toBe('current-password')
  const paste = new Event('paste', { bubbles: true, cancelable: true })
  password.dispatchEvent(paste)
  expect(paste.defaultPrevented).toBe(false)
})

test('a wrong password is said at the field, which is emptied and has the focus', async () => {
  openConsole(gateway)
  await signIn('spatne')
  await reads('Jméno nebo heslo nesouhlasí.')

  const password = await control<HTMLInputElement>('input', 'Heslo')
  expect(password.value).toBe('')
  await until(() => expect(document.activeElement).toBe(password))
  const described = password.getAttribute('aria-describedby')!
  expect(document.getElementById(described)?.textContent).toBe('Jméno nebo heslo nesouhlasí.')
})

test('a locked sign-in says for how long', async () => {
  openConsole(gateway)
  for (let attempt = 0; attempt < 6; attempt++) {
    await signIn(`spatne ${attempt}`)
    await button('Přihlásit se')
  }

  await reads('přihlášení zamčené. Zkuste to za 14 minut.')
})

test('a session that ends in mid-reply asks for the password and keeps the words', async () => {
  gateway.signedIn = 'c1'
  openConsole(gateway, '/konverzace/k4')
  await fill('Odpověď občanovi', 'Přijedeme v úterý.')
  gateway.signedIn = undefined
  await press('Odeslat')
  await reads('Rozepsaný text zůstal uložený')

  await fill('Heslo', PASSWORD)
  await press('Přihlásit se')
  await reads('zbývá')
  expect((await control<HTMLTextAreaElement>('textarea', 'Odpověď občanovi')).value).toBe('Přijedeme v úterý.')

  await press('Odeslat')
  await reads('Odesláno.')
  expect(gateway.talks.find((talk) => talk.item.conversation === 'k4')?.lines.at(-1)?.text).toBe('Přijedeme v úterý.')
})

test('somebody else who signs in over an expired session sees their own work', async () => {
  gateway.signedIn = 'c1'
  openConsole(gateway, '/konverzace/k4')
  await fill('Odpověď občanovi', 'Přijedeme v úterý.')
  gateway.signedIn = undefined
  await press('Odeslat')
  await reads('Rozepsaný text zůstal uložený')
  await fill('Přihlašovací jméno', 'petr')
  await fill('Heslo', PASSWORD)
  await press('Přihlásit se')

  await reads('Konverzaci vede Jana Nová.')
  expect(text()).not.toContain('Přijedeme v úterý.')
})

test('signing out forgets what was loaded', async () => {
  gateway.signedIn = 'c1'
  openConsole(gateway)
  await reads('potřebuju člověka')
  await press('Odhlásit se')

  await reads('Jste odhlášeni.')
  expect(text()).not.toContain('potřebuju člověka')
})

test('an office that does not answer offers another try', async () => {
  gateway.signedIn = 'c1'
  gateway.down = true
  openConsole(gateway)
  await reads('Úřad teď neodpovídá.')
  gateway.down = false
  await press('Zkusit znovu')

  await reads('potřebuju člověka')
})
