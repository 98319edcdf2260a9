import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { control, fill, openConsole, press, reads, readsNoMore, text, until } from '../testing/open-console'
import { previewOf, unknownIn } from './variables'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
})

test('variables nobody knows are told each once, and a preview fills in what is known', () => {
  expect(unknownIn('{urednik} {mesto} {mesto} {}', ['urednik'])).toEqual(['mesto', ''])
  expect(previewOf('{urednik}, {hodiny}, {x}', { urednik: 'Jana' }, { urednik: 'vaše jméno', hodiny: 'hodiny' })).toBe(
    'Jana, [hodiny], {x}',
  )
})

test('a reply is written, with its faults told and a preview shown, and stands in the list', async () => {
  openConsole(gateway, '/texty')
  await reads('/mobilni-stanice')
  await until(() => expect([...document.querySelectorAll('.canned-reply .chip')].map((chip) => chip.textContent)).toContain('Doklady'))
  await press('Přidat text')
  await press('Uložit')
  await reads('Zkratka má 1 až 32 písmen')
  await until(() => expect(document.activeElement?.getAttribute('name')).toBe('shortcut'))
  await fill('Zkratka', 'hodiny')
  const area = await fill('Text', 'Dobrý den, {urednik}, {mesto}')
  await reads('Tuto zkratku už v agendě má jiný text.')
  await fill('Zkratka', 'hodiny-2')
  await press('Uložit')
  await reads('Tyto proměnné neexistují: {mesto}.')
  await until(() => expect(document.activeElement).toBe(area))
  await fill('Text', 'Dobrý den, tady {urednik}. Otevřeno: {hodiny}')
  await reads('Dobrý den, tady Jana Nová. Otevřeno: [kdy má úřad otevřeno]')
  await press('Uložit')

  await until(() => expect(document.querySelector('dialog')).toBeNull())
  await reads('/hodiny-2')
  expect(gateway.aids.replies.at(-1)).toMatchObject({ agenda: '', shortcut: 'hodiny-2' })
})

test('a reply is changed, and deleted only after a question', async () => {
  openConsole(gateway, '/texty')
  await press('Upravit text /hodiny')
  await until(async () => expect((await control<HTMLInputElement>('input', 'Zkratka')).value).toBe('hodiny'))
  await fill('Text', 'Otevřeno: {hodiny}')
  await press('Uložit')
  await reads('Otevřeno: {hodiny}')
  await press('Smazat text /hodiny')
  expect(gateway.aids.replies).toHaveLength(4)
  await press('Smazat text')

  await readsNoMore('Otevřeno: {hodiny}')
  expect(gateway.aids.replies).toHaveLength(3)
})

test('a colleague’s shortcut that came first is told of', async () => {
  openConsole(gateway, '/texty')
  await press('Přidat text')
  gateway.aids.replies.push({ id: '9', agenda: '', shortcut: 'nova', text: 'x' })
  await fill('Zkratka', 'nova')
  await fill('Text', 'Dobrý den')
  await press('Uložit')

  await reads('Tuto zkratku už v agendě má jiný text.')
})

test('a gateway without canned replies is no fault', async () => {
  gateway.aids.missing = true
  openConsole(gateway, '/texty')

  await reads('Tento server hotové texty nenabízí.')
  expect(text()).not.toContain('Přidat text')
})
