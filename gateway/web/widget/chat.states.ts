import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from '../shared/testing/open-browser.ts'
import { axe, type Look, looks, measure, picture, settled } from './testing/browser.ts'
import { MockGateway } from './testing/mock-gateway.ts'

let browser: Browser
let gateway: MockGateway
let town: MockGateway
let context: BrowserContext
let page: Page
let consoleLines: string[]

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => browser.close())

beforeEach(async () => {
  gateway = new MockGateway()
  town = new MockGateway()
  await gateway.start()
  await town.start()
})
afterEach(async () => {
  await context.close()
  gateway.stop()
  town.stop()
})

async function open(look: Look, where: 'town' | 'page'): Promise<void> {
  context = await browser.newContext({ ...look.options, locale: 'cs-CZ' })
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
  consoleLines = []
  page.on('console', (line) => consoleLines.push(line.text()))
  page.on('pageerror', (error) => consoleLines.push(error.message))
  await page.goto(where === 'page' ? gateway.origin : `${town.origin}/host/${encodeURIComponent(gateway.origin)}`)
  await reached('[data-state="first-contact"]')
}

/** The element takes no room on the page, so it counts as invisible: only its attributes are waited for. */
const reached = (attributes: string): Promise<unknown> =>
  page.waitForSelector(`okenko-chat${attributes}`, { state: 'attached' })

const say = async (text: string): Promise<void> => {
  await page.getByLabel('Vaše zpráva').fill(text)
  await page.keyboard.press('Enter')
}
const opened = async (): Promise<void> => page.getByRole('button', { name: 'Zeptejte se úřadu' }).click()
const answered = (): Promise<unknown> => page.waitForSelector('article.bot', { state: 'attached' })

async function holds(name: string, look: Look): Promise<void> {
  await settled(page)
  await picture(page, `${name}-${look.name}`)
  expect(await axe(page), `axe: ${name}`).toEqual([])
  expect(await measure(page), `measures: ${name}`).toEqual([])
}

describe.each(looks)('in $name', (look) => {
  test('first contact, on a town’s page', async () => {
    await open(look, 'town')
    await holds('launcher', look)
    await opened()
    await holds('welcome', look)
    expect(consoleLines).toEqual([])
  })

  test('answer, unconfirmed answer, choices, not found', async () => {
    await open(look, 'town')
    await opened()
    await say('ztratil jsem obcanku, kolik stoji nova?')
    await answered()
    await holds('answer', look)
    await say('co když mám psa? pes')
    await page.getByText('Má někdo slevu?').waitFor()
    await holds('unconfirmed', look)
    await say('nový doklad')
    await page.getByText('Co přesně potřebujete?', { exact: true }).waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Ztráta nebo krádež' }).waitFor()
    await holds('choices', look)
    await say('potřebuju rodný list')
    await page.getByRole('button', { name: 'Sobě' }).waitFor()
    await holds('tree', look)
    await say('hoří nám kuchyně')
    await page.getByText('Volejte hned 150').first().waitFor({ state: 'attached' })
    await holds('emergency', look)
    await say('xyz')
    await page.getByText('Na tohle odpověď nemám').first().waitFor({ state: 'attached' })
    await holds('not-found', look)
    expect(consoleLines).toEqual([])
  })

  test('answering', async () => {
    gateway.silent = true
    await open(look, 'town')
    await opened()
    await say('kolik stojí občanka')
    await page.getByText('Okénko píše odpověď').first().waitFor({ state: 'attached' })
    await holds('answering', look)
  })

  test('waiting, out of hours, with a clerk, closed, rated', async () => {
    await open(look, 'town')
    await opened()
    await page.getByRole('button', { name: 'Mluvit s člověkem' }).click()
    await reached('[data-state="waiting"]')
    await holds('waiting', look)
    gateway.change(gateway.last, { open: false, openText: 'úřad otevírá v pondělí v 8.00' })
    await holds('out-of-hours', look)
    gateway.change(gateway.last, {
      state: 'with-clerk',
      open: true,
      clerk: { name: 'Jana Nová', agenda: 'Doklady' },
    })
    gateway.say(gateway.last, { author: 'office', text: 'Konverzaci převzala Jana Nová, Doklady.' })
    gateway.say(gateway.last, {
      author: 'clerk',
      name: 'Jana Nová',
      agenda: 'Doklady',
      text: 'Dobrý den, podívám se na to.\nMáte u sebe jiný doklad?',
      files: [
        { id: '7', name: 'žádost o vydání občanského průkazu – vzor vyplnění 2026.pdf', size: 184_320 },
        { id: '8', name: 'plánek.png', size: 900 },
      ],
    })
    await page.waitForSelector('article.clerk')
    await holds('with-clerk', look)
    gateway.change(gateway.last, { state: 'closed', copy: true })
    await page.getByText('Pomohli jsme vám?').waitFor()
    await holds('closed', look)
    await page.getByRole('button', { name: 'Poslat přepis e-mailem' }).click()
    await page.getByLabel('Váš e-mail').fill('jana')
    await page.keyboard.press('Enter')
    await page.getByText('Tohle nevypadá jako e-mail.').waitFor()
    await page.getByLabel('Váš e-mail').fill('jana@posta.example')
    await holds('copy-address', look)
    await page.keyboard.press('Enter')
    await page.getByLabel('Kód z e-mailu').fill('12345-6789A')
    await page.keyboard.press('Enter')
    await page.getByText('Kód nesouhlasí').waitFor()
    await holds('copy-code', look)
    await page.getByLabel('Kód z e-mailu').fill('7K3M9-QX2AB')
    await page.keyboard.press('Enter')
    await page.getByText('Přepis jsme poslali na').waitFor()
    await holds('copy-sent', look)
    await page.getByRole('button', { name: 'Odeslat hodnocení' }).click()
    await page.getByText('Vyberte známku').waitFor()
    await page.getByRole('radio', { name: '4' }).check({ force: true })
    await page.getByRole('button', { name: 'Odeslat hodnocení' }).click()
    await page.getByText('Děkujeme za hodnocení.').first().waitFor({ state: 'attached' })
    await holds('rated', look)
  })

  test('leaving', async () => {
    await open(look, 'town')
    await opened()
    await page.getByRole('button', { name: 'Mluvit s člověkem' }).click()
    await page.getByRole('button', { name: 'Nechci čekat' }).click()
    await page.getByRole('button', { name: 'Odpovědět e-mailem' }).click()
    await page.getByText('Tohle nevypadá jako e-mail').waitFor()
    await holds('leaving', look)
  })

  test('offline, reconnecting, failed, too long, rate-limited, expired', async () => {
    await open(look, 'town')
    await opened()
    await say('kolik stojí občanka')
    await answered()
    await context.setOffline(true)
    await say('a co pas?')
    await page.waitForSelector('[data-notice="offline"]')
    await holds('offline', look)
    await context.setOffline(false)
    await reached('[data-connection="online"]')
    await page.waitForFunction(
      () => document.querySelector('okenko-chat')?.shadowRoot?.querySelectorAll('article.bot').length === 2,
    )
    gateway.fault = { path: '/api/chat/events', status: 503 }
    gateway.cut()
    await page.waitForSelector('[data-notice="reconnecting"]')
    await holds('reconnecting', look)
    gateway.fault = undefined
    await reached('[data-connection="online"]')
    await say('odmítni')
    await page.getByText('Neodesláno').waitFor()
    await holds('failed', look)
    gateway.fault = { path: '/api/chat/messages', status: 429, retryAfter: 30 }
    await say('a ještě něco')
    await page.waitForSelector('[data-notice="limited"]')
    await holds('limited', look)
    gateway.fault = undefined
    await page.getByLabel('Vaše zpráva').fill('dlouhé '.repeat(600))
    await page.getByText('znaků delší').waitFor()
    await holds('too-long', look)
    gateway.fault = { path: '/api/chat/events', status: 401 }
    gateway.cut()
    await page.waitForSelector('[data-notice="expired"]')
    await holds('expired', look)
  })

  test('settings, full page', async () => {
    await open(look, 'page')
    await holds('page-welcome', look)
    await say('kolik stojí občanka')
    await answered()
    await holds('page-answer', look)
    await page.getByRole('button', { name: 'jazyk a nastavení' }).click()
    await holds('settings', look)
    await page.getByRole('radio', { name: 'Українська' }).check()
    await page.getByText('Мова', { exact: true }).waitFor()
    await holds('settings-uk', look)
    await page.keyboard.press('Escape')
    await holds('page-uk', look)
    expect(consoleLines).toEqual([])
  })
})
