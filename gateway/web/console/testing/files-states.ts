import type { Page } from 'playwright-core'
import type { ConsoleState } from './states'

const loaded = (page: Page) => page.locator('[data-conversation][data-state] [role=log]').waitFor()
const attach = async (page: Page, files: readonly { name: string; bytes: number }[]) => {
  await loaded(page)
  await page.getByRole('button', { name: 'Přiložit soubor' }).waitFor()
  await page.locator('input[type=file]').setInputFiles(
    files.map(({ name, bytes }) => ({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(bytes, '%PDF') })),
  )
}

/** Files under a reply. */
export const filesStates: readonly ConsoleState[] = [
  {
    name: 'files-attached',
    at: '/#/konverzace/k4',
    office: (gateway) => {
      gateway.files.put('c1', 'k4', 'žádost o vydání občanského průkazu – vzor vyplnění 2026.pdf')
      gateway.files.put('c1', 'k4', 'plánek.png', 'unscanned')
      gateway.files.put('c1', 'k4', 'video z prohlídky.mp4', 'arriving')
    },
    reach: async (page) => {
      await loaded(page)
      await page.getByText('plánek.png').waitFor()
      await page.getByLabel('Odpověď občanovi').fill('Vzor i plánek jsou v příloze.')
    },
  },
  {
    name: 'files-arriving',
    at: '/#/konverzace/k4',
    office: (gateway) => {
      gateway.files.slow = true
    },
    reach: async (page) => {
      await attach(page, [{ name: 'žádost.pdf', bytes: 1_200_000 }])
      await page.getByRole('progressbar', { name: 'Nahrává se žádost.pdf' }).waitFor()
    },
  },
  {
    name: 'files-refused',
    at: '/#/konverzace/k4',
    office: (gateway) => gateway.files.refusals.set('program.exe', 'type'),
    reach: async (page) => {
      await attach(page, [
        { name: 'program.exe', bytes: 100 },
        { name: 'prázdný.pdf', bytes: 0 },
        { name: 'záznam z celého zasedání.mp4', bytes: 11_000_000 },
      ])
      const list = page.getByLabel('Přílohy odpovědi')
      await list.getByText('takový soubor neposíláme').waitFor()
      await list.getByText('na tento kanál moc velký').waitFor()
    },
  },
  {
    name: 'files-not-carried',
    at: '/#/konverzace/k4',
    office: (gateway) => {
      gateway.files.carried = false
    },
    reach: async (page) => {
      await loaded(page)
      await page.getByText('Tímto kanálem soubory poslat nejde.').waitFor()
    },
  },
  {
    name: 'files-sent',
    at: '/#/konverzace/k4',
    office: (gateway) => gateway.files.put('c1', 'k4', 'žádost.pdf'),
    reach: async (page) => {
      await loaded(page)
      await page.getByText('žádost.pdf').waitFor()
      await page.getByLabel('Odpověď občanovi').fill('Vzor je v příloze.')
      await page.keyboard.press('Control+Enter')
      await page.getByRole('log').getByRole('link', { name: 'žádost.pdf' }).waitFor()
    },
  },
]
