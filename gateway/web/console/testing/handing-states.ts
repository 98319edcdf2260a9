import type { Page } from 'playwright-core'
import type { MockGateway } from './mock-gateway'
import type { ConsoleState } from './states'
import { unfold } from './unfold'

const handOn = async (page: Page, kind: string) => {
  await page.locator('.line').first().waitFor()
  await unfold(page)
  await page.getByRole('button', { name: 'Předat dál' }).click()
  await page.getByLabel(kind, { exact: true }).check()
}

const asked = (gateway: MockGateway) =>
  gateway.handing.refer('k4', 'referral', { institution: 'Finanční správa', url: 'https://www.financnisprava.gov.cz' })

const blocks = (gateway: MockGateway) => {
  const me = gateway.clerks[0]!
  gateway.handing.block(me, 'k1', 'webchat', { hours: 24, reason: 'insults', note: '' })
  gateway.handing.block(me, 'k5', 'email', { hours: 168, reason: 'other', note: 'Posílá pořád dokola tutéž reklamu, i po upozornění.' })
}

/** States of handing a conversation on: to a colleague, and with the citizen's consent elsewhere; and of blocking a sender. */
export const handingStates: readonly ConsoleState[] = [
  {
    name: 'handing-colleague',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await handOn(page, 'Kolegovi')
      await page.getByLabel('Kolega', { exact: true }).selectOption('p3')
      await page.getByText('Předáte to místo toho zástupu').waitFor()
    },
  },
  {
    name: 'handing-institution',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await handOn(page, 'Jiné instituci')
      await page.getByRole('button', { name: 'Zeptat se občana' }).click()
      await page.getByText('Napište, které instituci').waitFor()
    },
  },
  {
    name: 'handing-asked',
    at: '/#/konverzace/k4',
    office: asked,
    reach: (page) => page.getByRole('button', { name: 'Vzít otázku zpět' }).waitFor(),
  },
  {
    name: 'handing-refused',
    at: '/#/konverzace/k4',
    office: (gateway) => {
      asked(gateway)
      gateway.handing.answered('k4', false)
    },
    reach: (page) => page.getByText('Nic nepředávejte').waitFor(),
  },
  {
    name: 'handing-text',
    at: '/#/konverzace/k4',
    office: (gateway) => {
      asked(gateway)
      gateway.handing.answered('k4', true)
    },
    reach: async (page) => {
      await page.getByRole('button', { name: 'Připravit podklady' }).click()
      await page.getByLabel('Text podkladů').waitFor()
    },
  },
  {
    name: 'block-asked',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await page.locator('.line').first().waitFor()
      await unfold(page)
      await page.getByRole('button', { name: 'Zablokovat' }).click()
      await page.getByLabel('jiný důvod').check()
      await page.getByRole('dialog').getByRole('button', { name: 'Zablokovat' }).click()
      await page.getByText('Napište, proč odesílatele blokujete.').waitFor()
    },
  },
  {
    name: 'block-noted',
    at: '/#/konverzace/k1',
    office: blocks,
    reach: (page) => page.getByRole('button', { name: 'Zrušit blokaci' }).waitFor(),
  },
  { name: 'blocks', at: '/#/blokovani', office: blocks, reach: (page) => page.locator('.block-row').nth(1).waitFor() },
  { name: 'blocks-none', at: '/#/blokovani', reach: (page) => page.getByText('Nikdo zablokovaný není.').waitFor() },
  {
    name: 'join-asked',
    at: '/#/konverzace/k4',
    office: (gateway) => {
      gateway.talks.find(({ item }) => item.conversation === 'k4')!.history = [
        { conversation: 'k6', at: new Date().toISOString(), state: 'waiting' },
      ]
    },
    reach: async (page) => {
      await page.locator('.line').first().waitFor()
      const fold = page.locator('.citizen-fold summary')
      await fold.or(page.getByRole('button', { name: 'Spojit s konverzací' })).first().waitFor()
      if (await fold.isVisible()) await fold.click()
      await page.getByRole('button', { name: 'Spojit s konverzací' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'handing-note',
    at: '/#/konverzace/k1',
    office: (gateway) =>
      gateway.handing.handed('k1', {
        by: 'Petr Malý',
        to: 'Jana Nová',
        note: 'Paní potřebuje rodný list do pátku, volal jsem na matriku.',
        at: new Date().toISOString(),
      }),
    reach: (page) => page.getByText('Předává Petr Malý').waitFor(),
  },
]
