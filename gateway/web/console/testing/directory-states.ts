import type { Page } from 'playwright-core'
import type { ConsoleState } from './states'

const loaded = (page: Page) => page.locator('.person').first().waitFor()
const ask = async (page: Page, name: string) => {
  await loaded(page)
  await page.getByRole('button', { name }).click()
  await page.getByRole('dialog').waitFor()
}
const table = (page: Page) =>
  page.getByLabel('Upravená tabulka (CSV)').setInputFiles({ name: 'urad.csv', mimeType: 'text/csv', buffer: Buffer.from('sign-in\njana\n') })

/** A small grey picture, 200 points a side. */
const drawing = async (page: Page) =>
  Buffer.from(
    await page.evaluate(() => {
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = 200
      canvas.getContext('2d')!.fillRect(50, 50, 100, 100)
      return canvas.toDataURL('image/png').split(',')[1]!
    }),
    'base64',
  )

/** States of the page of the office's people, and of what is offered to a clerk. */
export const directoryStates: readonly ConsoleState[] = [
  { name: 'directory', at: '/#/urad', reach: loaded },
  { name: 'directory-clerk', at: '/#/urad', clerk: 'c2', reach: loaded },
  {
    name: 'directory-error',
    at: '/#/urad',
    office: (gateway) => gateway.refusals.set('/directory', 500),
    reach: (page) => page.getByText('Adresář se nepodařilo načíst.').waitFor(),
  },
  {
    name: 'directory-nobody',
    at: '/#/urad',
    reach: async (page) => {
      await loaded(page)
      await page.getByLabel('Najít člověka nebo agendu').fill('žirafa')
      await page.getByText('Nikdo takový tu není.').waitFor()
    },
  },
  {
    name: 'directory-add',
    at: '/#/urad',
    reach: async (page) => {
      await ask(page, 'Přidat člověka')
      await page.getByRole('dialog').getByRole('button', { name: 'Přidat člověka' }).click()
      await page.getByText('Vyplňte přihlašovací jméno.').waitFor()
    },
  },
  {
    name: 'directory-edit',
    at: '/#/urad',
    reach: async (page) => {
      await ask(page, 'Upravit: Jana Nová')
      await page.getByLabel('Hodiny pro návštěvy').fill('někdy')
      await page.getByRole('button', { name: 'Uložit' }).click()
      await page.getByText('nerozumíme; pište třeba').waitFor()
    },
  },
  {
    name: 'directory-stale',
    at: '/#/urad',
    reach: async (page, gateway) => {
      await ask(page, 'Upravit: Petr Malý')
      gateway.directory.people = gateway.directory.people.map((person) => ({ ...person, version: 9 }))
      await page.getByRole('button', { name: 'Uložit' }).click()
      await page.getByText('Kolega mezitím uložil jinou změnu.').waitFor()
    },
  },
  {
    name: 'directory-absence',
    at: '/#/urad',
    reach: async (page) => {
      await ask(page, 'Nepřítomnost: Petr Malý')
      await page.getByLabel('Do kdy').fill('')
      await page.getByRole('button', { name: 'Uložit nepřítomnost' }).click()
      await page.getByText('Vyplňte, do kdy.').waitFor()
    },
  },
  {
    name: 'directory-photograph',
    at: '/#/urad',
    reach: async (page) => {
      await ask(page, 'Fotografie: Jana Nová')
      const buffer = await drawing(page)
      await page.getByLabel('Soubor JPEG nebo PNG').setInputFiles({ name: 'jana.png', mimeType: 'image/png', buffer })
      await page.getByAltText('Náhled fotografie').waitFor()
    },
  },
  {
    name: 'directory-photograph-bad',
    at: '/#/urad',
    reach: async (page) => {
      await ask(page, 'Fotografie: Petr Malý')
      await page
        .getByLabel('Soubor JPEG nebo PNG')
        .setInputFiles({ name: 'petr.png', mimeType: 'image/png', buffer: Buffer.from('nic') })
      await page.getByText('Z tohoto souboru obrázek nejde udělat.').waitFor()
    },
  },
  {
    name: 'directory-table',
    at: '/#/urad',
    reach: async (page) => {
      await ask(page, 'Tabulka')
      await table(page)
      await page.getByText('Zatím se nic nezměnilo.').first().waitFor()
    },
  },
  {
    name: 'directory-table-faults',
    at: '/#/urad',
    office: (gateway) => {
      gateway.directory.outcome = {
        added: 0,
        changed: 0,
        same: 3,
        people: [],
        faults: [
          { line: 2, reason: 'agendas names no agenda of the office: “stavby”' },
          { line: 4, reason: 'sign-in is of somebody whose access was taken away; an admin gives it back' },
        ],
      }
    },
    reach: async (page) => {
      await ask(page, 'Tabulka')
      await table(page)
      await page.getByText('řádek 2: Agendy: agendu „stavby“ úřad nemá').waitFor()
    },
  },
  {
    name: 'offer',
    at: '/#/fronta',
    office: (gateway) => gateway.directory.offers.set('k1', 60),
    reach: (page) => page.getByRole('button', { name: 'Vzít si ji' }).waitFor(),
  },
  {
    name: 'offers',
    at: '/#/konverzace/k4',
    office: (gateway) => {
      gateway.directory.offers.set('k3', 20)
      gateway.directory.offers.set('k2', 40)
    },
    reach: (page) => page.getByText('a další 1 nabídka').waitFor(),
  },
]
