import type { Page } from 'playwright-core'
import type { MockGateway } from './mock-gateway'
import type { ConsoleState } from './states'

const loaded = (page: Page) => page.locator('[data-conversation][data-state] [role=log]').waitFor()
const foreign = (gateway: MockGateway) => {
  gateway.translations.on = true
  gateway.takenBy('c1', 'k2')
}
const translate = (page: Page) => page.getByRole('log').getByRole('button', { name: 'Přeložit' }).first()

/** A citizen who writes in another language. */
export const translationStates: readonly ConsoleState[] = [
  {
    name: 'translate',
    at: '/#/konverzace/k2',
    office: foreign,
    reach: async (page) => {
      await loaded(page)
      await translate(page).waitFor()
    },
  },
  {
    name: 'translated',
    at: '/#/konverzace/k2',
    office: foreign,
    reach: async (page) => {
      await loaded(page)
      await translate(page).click()
      await page.getByRole('log').getByText('Kde si mám přihlásit').waitFor()
    },
  },
  {
    name: 'translation-failed',
    at: '/#/konverzace/k2',
    office: (gateway) => {
      foreign(gateway)
      gateway.translations.fault = 'unreachable'
    },
    reach: async (page) => {
      await loaded(page)
      await translate(page).click()
      await page.getByRole('log').getByText('Překladač neodpovídá.').waitFor()
    },
  },
  {
    name: 'translation-reply',
    at: '/#/konverzace/k2',
    office: foreign,
    reach: async (page) => {
      await loaded(page)
      await page.getByLabel('Odpověď občanovi').fill('Na ohlašovně v přízemí.')
      await page.getByRole('button', { name: 'Ukázat v občanově jazyce' }).click()
      await page.getByRole('button', { name: 'Odeslat přeložené' }).waitFor()
    },
  },
]
