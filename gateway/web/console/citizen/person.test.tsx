import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { button, control, fill, heard, openConsole, press, reads, until } from '../testing/open-console'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
})

const dialog = () => document.querySelector('dialog')
const note = (text: string) => ({ id: 'n1', author: 'c1', version: 1, text, name: 'Jana Nová', at: '2026-11-01T08:00:00Z', earlier: [] })

test('a note is added, worded anew with the earlier wording kept, and deleted after a question', async () => {
  openConsole(gateway, '/konverzace/k4')
  await reads('Zatím žádné.')
  const aloud = heard()
  await press('Přidat poznámku')
  await fill('Nová poznámka', 'Slyší špatně, volat nahlas.')
  ;(dialog()!.querySelector('button[type=submit]') as HTMLButtonElement).click()
  await until(() => expect(aloud.join()).toContain('Poznámka je uložená.'))
  await reads('Slyší špatně')
  await press('Upravit poznámku')
  await fill('Nová poznámka', 'Slyší špatně, lépe psát.')
  ;(dialog()!.querySelector('button[type=submit]') as HTMLButtonElement).click()
  await reads('1 dřívější znění')
  expect(gateway.person.notes[0]).toMatchObject({ version: 2, text: 'Slyší špatně, lépe psát.' })
  await press('Smazat poznámku')
  ;(dialog()!.querySelector('button[type=submit]') as HTMLButtonElement).click()
  await until(() => expect(gateway.person.notes).toEqual([]))
})

test('who changed a note meanwhile is not overwritten', async () => {
  gateway.person.notes = [note('Původní.')]
  openConsole(gateway, '/konverzace/k4')
  await press('Upravit poznámku')
  await fill('Nová poznámka', 'Moje.')
  gateway.person.notes = [{ ...note('Cizí.'), version: 2 }]
  ;(dialog()!.querySelector('button[type=submit]') as HTMLButtonElement).click()
  await reads('Poznámku mezitím někdo změnil.')
  expect(gateway.person.notes[0]?.text).toBe('Cizí.')
})

test('a clerk neither changes others’ notes nor sees copies and erasure', async () => {
  gateway.signedIn = 'c2'
  gateway.person.notes = [note('Od Jany.')]
  openConsole(gateway, '/konverzace/k4')
  await reads('Od Jany.')
  const names = [...document.querySelectorAll('button')].map((one) => one.textContent)
  expect(names).not.toContain('Upravit poznámku')
  expect(names).not.toContain('Vymazat občana')
})

test('a consent says how it was given, and is withdrawn after a question', async () => {
  gateway.person.consents = [{ id: 's1', purpose: 'contact', message: 'm4', given: '2026-11-01T08:00:00Z' }]
  openConsole(gateway, '/konverzace/k4')
  await reads('ozvat se na zanechaný kontakt')
  await reads('zprávou')
  await press('Odvolat souhlas: ozvat se na zanechaný kontakt')
  ;(dialog()!.querySelector('button[type=submit]') as HTMLButtonElement).click()
  await until(() => expect(gateway.person.consents[0]?.withdrawn).toBeDefined())
  await reads('odvolán')
})

test('erasing asks why, then whether one is sure, and never at once', async () => {
  openConsole(gateway, '/konverzace/k4')
  await press('Vymazat občana')
  await reads('Konverzací: 2, zpráv: 14, příloh: 1.')
  await press('Pokračovat')
  await reads('Vyberte důvod výmazu.')
  const select = await control<HTMLSelectElement>('select', 'Proč se údaje mažou')
  select.value = 'request'
  select.dispatchEvent(new Event('change', { bubbles: true }))
  await press('Pokračovat')
  await press('Vymazat navždy')
  await reads('Potvrďte, že víte')
  expect(gateway.person.erased).toEqual([])
  ;(await control<HTMLInputElement>('input', 'Rozumím, že to nejde vrátit')).click()
  await press('Vymazat navždy')
  await until(() => expect(gateway.person.erased).toEqual(['request']))
})

test('what the law keeps cannot be erased, and why is said', async () => {
  gateway.person.held = { conversation: 'k4', submission: 'complaint', until: '2027-01-22', law: 'zákon č. 500/2004 Sb., § 175 odst. 5' }
  openConsole(gateway, '/konverzace/k4')
  await press('Vymazat občana')
  await reads('běží do 22. 1. 2027')
  await button('Zrušit')
  expect([...document.querySelectorAll('button')].map((one) => one.textContent)).not.toContain('Pokračovat')
})
