import type { Page } from 'playwright-core'
import type { MockGateway } from './mock-gateway'
import type { ConsoleState } from './states'

const loaded = (page: Page) => page.locator('[data-conversation][data-state] [role=log]').waitFor()
const reply = (page: Page) => page.getByLabel('Odpověď občanovi')

const suggested = (gateway: MockGateway, id: string, supervised: boolean) =>
  gateway.aids.suggestions.set(id, {
    text: '**Nový průkaz po ztrátě stojí 200 Kč.** Ztrátu ohlaste co nejdřív:\n\n- na kterémkoli úřadě s rozšířenou působností\n- nebo na [Portálu občana](https://portal.gov.cz)\n\nPrůkaz bude hotový do 30 dnů.',
    slug: 'obcansky-prukaz-ztrata',
    title: 'Ztráta občanského průkazu',
    confidence: 0.93,
    supervised,
  })

const limited = (gateway: MockGateway, minutes: number) => {
  const talk = gateway.talks.find(({ item }) => item.conversation === 'k4')!
  talk.limits = { splitAt: 60, until: new Date(Date.now() + minutes * 60_000).toISOString() }
}

/** Where the editor begins and ends on the screen. */
const place = async (page: Page) => JSON.stringify(await reply(page).boundingBox())

/** What helps a clerk to write. */
export const aidsStates: readonly ConsoleState[] = [
  {
    name: 'canned-list',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await reply(page).pressSequentially('Dobrý den, /')
      await page.locator('.canned-list [role=option]').first().waitFor()
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'insert-article',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await reply(page).fill('Dobrý den,')
      await page.getByRole('button', { name: 'Vložit z článků' }).click()
      await page.getByLabel('Co hledáte').fill('občanský průkaz')
      await page.getByRole('heading', { name: 'Ztráta občanského průkazu' }).waitFor()
    },
  },
  {
    name: 'suggestion',
    at: '/#/konverzace/k4',
    office: (gateway) => suggested(gateway, 'k4', false),
    reach: async (page, gateway) => {
      await loaded(page)
      await reply(page).fill('Dobrý den, hned to zjistím.')
      await page.locator('.editor-kept[data-kept=true]').waitFor()
      const before = await place(page)
      gateway.says('k4', 'A kolik to bude stát?')
      await page.getByRole('log').getByText('A kolik to bude stát?').waitFor()
      if (page.viewportSize()!.width > 719) await page.locator('.suggestion').waitFor()
      const after = await place(page)
      if (after !== before) throw new Error(`the editor moved from ${before} to ${after}`)
      await reply(page).blur()
      await page.locator('.suggestion').waitFor()
    },
  },
  {
    name: 'suggestion-open',
    at: '/#/konverzace/k4',
    office: (gateway) => suggested(gateway, 'k4', false),
    reach: async (page, gateway) => {
      await loaded(page)
      gateway.says('k4', 'A kolik to bude stát?')
      await page.locator('.suggestion summary').click()
    },
  },
  {
    name: 'approval',
    at: '/#/konverzace/k1',
    office: (gateway) => {
      const talk = gateway.talks.find(({ item }) => item.conversation === 'k1')!
      talk.item = { ...talk.item, flag: 'approval' }
      suggested(gateway, 'k1', true)
    },
    reach: async (page) => {
      await loaded(page)
      await page.getByRole('button', { name: 'Schválit a odeslat' }).waitFor()
    },
  },
  {
    name: 'limits-soon',
    at: '/#/konverzace/k4',
    office: (gateway) => limited(gateway, 130),
    reach: async (page) => {
      await loaded(page)
      await reply(page).fill('Dobrý den, za maminku žádost podat nejde, ale přijedeme za ní s mobilní stanicí.')
      await page.getByText('odejde jako 2 zprávy').waitFor()
    },
  },
  {
    name: 'limits-over',
    at: '/#/konverzace/k4',
    office: (gateway) => limited(gateway, -1),
    reach: async (page) => {
      await loaded(page)
      await page.getByText('Kanál už odpověď nepustí').waitFor()
    },
  },
  { name: 'canned-replies', at: '/#/texty', reach: (page) => page.locator('.canned-reply').first().waitFor() },
  {
    name: 'canned-edit',
    at: '/#/texty',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Upravit text /hodiny' }).click()
      await page.getByLabel('Text', { exact: true }).fill('Dobrý den, tady {urednik}. Otevřeno: {hodiny}, {mesto}')
      await page.getByRole('button', { name: 'Uložit' }).click()
      await page.getByText('Tyto proměnné neexistují').waitFor()
    },
  },
  {
    name: 'palette',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('option', { name: 'konverzace' }).first().waitFor()
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'keys-listed',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Klávesové zkratky' }).waitFor()
    },
  },
]
