import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { button, control, fill, heard, openConsole, press, reads, readsNoMore, until } from '../testing/open-console'
import { cs } from '../texts/cs'
import { en } from '../texts/en'
import { reasonInWords } from './reasons'
import { momentInWords, spanInWords, tomorrow } from './spans'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
})

test('people are found by name and by what they handle', async () => {
  openConsole(gateway, '/urad')
  await reads('Eva Dvořáková')

  await fill('Najít člověka nebo agendu', 'MATRIK')
  await readsNoMore('přepážka 2')

  await reads('Eva Dvořáková')
})

test('a person is changed with the version that was shown', async () => {
  openConsole(gateway, '/urad')
  await press('Upravit: Petr Malý')
  await fill('Kancelář', 'dveře 99')
  await press('Uložit')

  await reads('dveře 99')
  expect(gateway.directory.people[1]?.version).toBe(2)
})

test('what the gateway does not take is said at its field', async () => {
  openConsole(gateway, '/urad')
  await press('Upravit: Petr Malý')
  const hours = await fill('Hodiny pro návštěvy', 'někdy')
  await press('Uložit')

  await reads('nerozumíme; pište třeba po 8:00-12:00; st 8:00-17:00')
  expect(hours.getAttribute('aria-invalid')).toBe('true')
  await until(() => expect(document.activeElement).toBe(hours))
})

test('what a colleague changed meanwhile is not written over', async () => {
  openConsole(gateway, '/urad')
  await press('Upravit: Petr Malý')
  gateway.directory.people = gateway.directory.people.map((person) => ({ ...person, version: 7 }))
  await fill('Kancelář', 'dveře 99')
  await press('Uložit')

  await reads('Kolega mezitím uložil jinou změnu.')
  expect(gateway.directory.people[1]?.room).toBe('přepážka 2')
})

test('somebody is added, and a name that is taken is said at its field', async () => {
  openConsole(gateway, '/urad')
  await press('Přidat člověka')
  await fill('Jméno a příjmení', 'Zora Nová')
  const name = await fill('Přihlašovací jméno', 'petr')
  const [, save] = await until(() => {
    const found = [...document.querySelectorAll<HTMLButtonElement>('button')].filter((each) => each.textContent === 'Přidat člověka')
    expect(found).toHaveLength(2)
    return found
  })
  save!.click()
  await reads('Takové přihlašovací jméno už existuje.')
  await until(() => expect(document.activeElement).toBe(name))

  await fill('Přihlašovací jméno', 'zora')
  save!.click()

  await until(() => expect(gateway.directory.people.at(-1)?.name).toBe('Zora Nová'))
})

test('an absence names its end and who stands in; coming back is one touch', async () => {
  openConsole(gateway, '/urad')
  const sentences = heard()
  await press('Nepřítomnost: Petr Malý')
  await fill('Do kdy', '2030-01-02T08:00')
  const deputy = await control<HTMLSelectElement>('select', 'Kdo zastupuje')
  deputy.value = 'eva'
  deputy.dispatchEvent(new Event('change', { bubbles: true }))
  await press('Uložit nepřítomnost')

  await reads('pryč, vrátí se 2. 1. 2030 8.00')
  expect(gateway.directory.people[1]?.deputy).toBe('eva')
  await press('Už je tu: Petr Malý')
  await until(() => expect(sentences.join(' ')).toContain('Zase je tu: Petr Malý.'))
})

test('one of two planned absences is taken back', async () => {
  openConsole(gateway, '/urad')
  const sentences = heard()
  await press('Zrušit nepřítomnost 21. 12. 2026 – 23. 12. 2026: Jana Nová')

  await readsNoMore('23. 12. 2026')
  await reads('4. 1. 2027 13.00')
  await until(() => expect(sentences.join(' ')).toContain('Nepřítomnost je zrušená: Jana Nová.'))
})

test('a clerk changes only what is their own', async () => {
  gateway.signedIn = 'c2'
  openConsole(gateway, '/urad')

  await button('Nepřítomnost: Petr Malý')
  await button('Fotografie: Petr Malý')
  expect([...document.querySelectorAll('.person-buttons')]).toHaveLength(1)
  expect(document.body.textContent).not.toContain('Tabulka')
})

test('a file is looked at first and taken over only then', async () => {
  openConsole(gateway, '/urad')
  await press('Tabulka')
  await choose('sign-in;room\npetr;dveře 9\n')

  await reads('Noví: 1, změnění: 1, beze změny: 2.')
  await reads('Petr Malý: Kancelář, Telefon')
  expect(imports()).toBe(1)
  await press('Použít změny')

  await until(() => expect(imports()).toBe(2))
  await readsNoMore('Lidé v tabulce')
})

test('a file with a fault tells each by its line and cannot be taken over', async () => {
  gateway.directory.outcome = {
    ...gateway.directory.outcome,
    people: [],
    faults: [{ line: 3, reason: 'deputy names nobody of the office: “nikdo”' }],
  }
  openConsole(gateway, '/urad')
  await press('Tabulka')
  await choose('sign-in;deputy\npetr;nikdo\n')

  await reads('řádek 3: Kdo zastupuje: „nikdo“ na úřadě není')
  await press('Použít změny')
  expect(imports()).toBe(1)
})

test.each([
  ['there is no column “color”', 'sloupec „color“ neznáme'],
  ['agendas names no agenda of the office: “nic”', 'Agendy: agendu „nic“ úřad nemá'],
  ['capacity must be a number, 0 to 50', 'Kolik konverzací najednou: napište číslo od 0 do 50'],
  ['deputy is the person themselves', 'Kdo zastupuje: nikdo nemůže zastupovat sám sebe'],
  ['names “petr” again', '„petr“ už je v souboru výš'],
  ['name is empty', 'Jméno a příjmení: vyplňte'],
  ['hours is not of the form "po 8:00-17:00"', 'Hodiny pro návštěvy: nerozumíme; pište třeba po 8:00-12:00; st 8:00-17:00'],
  ['something nobody wrote yet', 'something nobody wrote yet'],
])('the reason "%s" is said as "%s"', (reason, words) => {
  expect(reasonInWords(reason, cs)).toBe(words)
})

test('absences are said as people say them', () => {
  expect(spanInWords('2026-12-21/2026-12-23', cs)).toBe('21. 12. 2026 – 23. 12. 2026')
  expect(momentInWords('2026-12-21T08:05', cs)).toBe('21. 12. 2026 8.05')
  expect(tomorrow(new Date(2026, 11, 31, 15).getTime())).toBe('2027-01-01T08:00')
})

test('the console has a word for every deed of the audit', () => {
  const file = join(import.meta.dirname, '../../../src/main/resources/openapi.json')
  const described = JSON.parse(readFileSync(file, 'utf8')) as {
    components: { schemas: { Audit: { properties: { entries: { items: { properties: { deed: { enum: string[] } } } } } } } }
  }
  const deeds = described.components.schemas.Audit.properties.entries.items.properties.deed.enum

  expect(Object.keys(cs.audit.deeds).sort()).toEqual([...deeds].sort())
  expect(Object.keys(en.audit.deeds).sort()).toEqual([...deeds].sort())
})

const imports = () => gateway.requests.filter((request) => request === 'POST /api/console/directory/import').length

async function choose(csv: string): Promise<void> {
  const field = await control<HTMLInputElement>('input', 'Upravená tabulka (CSV)')
  const bytes = new TextEncoder().encode(csv).buffer
  Object.defineProperty(field, 'files', { value: [{ name: 'urad.csv', arrayBuffer: () => Promise.resolve(bytes) }] })
  field.dispatchEvent(new Event('change', { bubbles: true }))
}
