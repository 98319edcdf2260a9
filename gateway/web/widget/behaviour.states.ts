import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { says } from './testing/answers.ts'
import { openBrowser } from '../shared/testing/open-browser.ts'
import { axe, measure, picture, settled } from './testing/browser.ts'
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

async function visit(options: BrowserContextOptions = {}, language = 'cs'): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
  consoleLines = []
  page.on('console', (line) => consoleLines.push(line.text()))
  page.on('pageerror', (error) => consoleLines.push(error.message))
  await page.goto(`${town.origin}/host/${encodeURIComponent(gateway.origin)}?lang=${language}`)
  await page.locator('.launcher').waitFor()
}

/** What has the focus, looking into the shadow root. */
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement
    return `${inner?.tagName.toLowerCase()}.${inner?.getAttribute('role') ?? inner?.className}`
  })

const watchAnnouncements = (): Promise<void> =>
  page.evaluate(() => {
    const region = document.querySelector('okenko-chat')?.shadowRoot?.querySelector('[data-announcer]')
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) said.push(node.textContent ?? '')
    }).observe(region as Node, { childList: true })
  })
const announcements = (): Promise<string[]> => page.evaluate(() => (window as unknown as { said: string[] }).said)

test('the whole way by keyboard, in and out', async () => {
  await visit()
  await page.keyboard.press('Tab')
  await expect.poll(focused).toBe('a.')
  await page.keyboard.press('Tab')
  await expect.poll(focused).toBe('button.launcher')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await expect.poll(focused).toBe('textarea.field')
  await page.keyboard.type('nový doklad')
  await page.keyboard.press('Enter')
  const choice = page.getByRole('button', { name: 'Ztráta nebo krádež' })
  await choice.waitFor()
  await choice.focus()
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('div.log')
  await page.getByText('Nový průkaz po ztrátě stojí', { exact: false }).first().waitFor({ state: 'attached' })
  await expect.poll(focused).toBe('div.log')
  await page.keyboard.press('Escape')
  await expect.poll(focused).toBe('button.launcher')
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('textarea.field')
  for (let step = 0; step < 4 && (await focused()).includes('.') && (await focused()) !== 'body.'; step++) {
    await page.keyboard.press('Tab')
  }
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('OKENKO-CHAT')
  expect(consoleLines).toEqual([])
})

test('each message is said aloud once, and none again after a reload', async () => {
  await visit()
  await watchAnnouncements()
  gateway.silent = true
  await page.locator('.launcher').click()
  await page.getByLabel('Vaše zpráva').fill('nový doklad')
  await page.keyboard.press('Enter')
  const aloud = ['Okénko píše odpověď']
  await expect.poll(announcements).toEqual(aloud)
  gateway.answer(gateway.last, says({ text: 'nový doklad' }))
  aloud.push('Okénko, automat: Co přesně potřebujete? K výběru jsou 3 možnosti.')
  await expect.poll(announcements).toEqual(aloud)
  const [broken] = gateway.last.listeners
  gateway.cut()
  await expect.poll(() => [...gateway.last.listeners].some((stream) => stream !== broken)).toBe(true)
  gateway.say(gateway.last, { author: 'office', text: 'Spojení drží.' })
  aloud.push('Úřad: Spojení drží.')
  await expect.poll(announcements).toEqual(aloud)
  await page.reload()
  await page.getByRole('dialog').waitFor()
  await watchAnnouncements()
  await page.getByText('Spojení drží.').waitFor()
  await page.waitForTimeout(300)
  expect(await announcements()).toEqual([])
  await expect.poll(focused).toBe('body.')
})

test('unread messages are counted in the name of the launcher', async () => {
  await visit()
  await page.locator('.launcher').click()
  await page.getByRole('button', { name: 'Mluvit s člověkem' }).click()
  await page.getByText('Předávám vás člověku', { exact: false }).first().waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  gateway.say(gateway.last, { author: 'clerk', name: 'Jana Nová', text: 'Dobrý den' })
  gateway.say(gateway.last, { author: 'clerk', name: 'Jana Nová', text: 'jste tam?' })
  await page.getByRole('button', { name: 'Zeptejte se úřadu, 2 nové zprávy' }).waitFor()
  await picture(page, 'unread')
  expect(await axe(page)).toEqual([])
})

test('the focus is not lost when the field goes away', async () => {
  await visit()
  await page.locator('.launcher').click()
  await page.getByLabel('Vaše zpráva').fill('ztratil jsem občanku')
  await page.keyboard.press('Enter')
  await page.locator('.lead').waitFor()
  await expect.poll(focused).toBe('textarea.field')
  gateway.change(gateway.last, { state: 'closed' })
  await page.locator('.rating').waitFor()
  await expect.poll(focused).toBe('div.log')
})

test('whoever waits sees their code, and saves what was said', async () => {
  await visit()
  await page.locator('.launcher').click()
  await page.getByRole('button', { name: 'Mluvit s člověkem' }).click()
  await page.getByText('K7M2P-9XQ4T').waitFor()
  gateway.change(gateway.last, { state: 'closed' })
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Stáhnout přepis' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^okenko-\d{4}-\d\d-\d\d\.txt$/)
  expect(readFileSync(await file.path(), 'utf8')).toBe('\uFEFFPřepis konverzace')
  gateway.fault = { path: '/api/chat/transcript', status: 503 }
  await page.getByRole('button', { name: 'Stáhnout přepis' }).click()
  await page.getByText('Přepis se nepodařilo stáhnout').waitFor()
  expect(consoleLines.filter((line) => !line.includes('503'))).toEqual([])
})

test('whoever does not want to wait leaves an e-mail by keyboard, and the focus is not lost', async () => {
  await visit()
  await page.locator('.launcher').click()
  await page.getByRole('button', { name: 'Mluvit s člověkem' }).click()
  const leave = page.getByRole('button', { name: 'Nechci čekat' })
  await leave.waitFor()
  await leave.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('anna')
  await page.keyboard.press('Enter')
  await page.getByText('Tohle nevypadá jako e-mail').waitFor()
  await page.keyboard.type('@example.org')
  await page.keyboard.press('Enter')
  await page.locator('.closing').waitFor()
  await expect.poll(focused).toBe('div.log')
  expect(consoleLines).toEqual([])
})

test('the start of a long answer is in sight, not its end', async () => {
  await visit({ viewport: { width: 1280, height: 560 } })
  await page.locator('.launcher').click()
  await page.getByLabel('Vaše zpráva').fill('ztratil jsem občanku')
  await page.keyboard.press('Enter')
  await page.locator('.lead').waitFor()
  await settled(page)
  const [lead, log] = await Promise.all([page.locator('.lead').boundingBox(), page.locator('.log').boundingBox()])
  expect(lead?.y).toBeGreaterThan(log?.y ?? Infinity)
  expect((lead?.y ?? 0) + (lead?.height ?? 0)).toBeLessThan((log?.y ?? 0) + (log?.height ?? 0))
})

test('at 400 % nothing is lost: the panel scrolls as a whole', async () => {
  await visit({ viewport: { width: 320, height: 200 } })
  await page.locator('.launcher').click()
  await page.getByLabel('Vaše zpráva').fill('ztratil jsem občanku')
  await page.keyboard.press('Enter')
  await page.locator('.lead').waitFor()
  await settled(page)
  await picture(page, 'zoom-400')
  expect(await measure(page)).toEqual([])
  await page.getByRole('button', { name: 'Odeslat' }).scrollIntoViewIfNeeded()
  expect((await page.getByRole('button', { name: 'Odeslat' }).boundingBox())?.y).toBeLessThan(200)
})

test('text spacing of a reader’s own clips nothing', async () => {
  await visit({ viewport: { width: 320, height: 640 } })
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}')
    const root = document.querySelector('okenko-chat')?.shadowRoot
    if (root) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  })
  await page.locator('.launcher').click()
  await page.getByLabel('Vaše zpráva').fill('ztratil jsem občanku')
  await page.keyboard.press('Enter')
  await page.locator('.lead').waitFor()
  await picture(page, 'spacing')
  expect(await measure(page)).toEqual([])
})

test('forced colours and reduced motion', async () => {
  await visit({ forcedColors: 'active', reducedMotion: 'reduce', viewport: { width: 320, height: 640 } })
  await page.locator('.launcher').click()
  await picture(page, 'forced-welcome')
  await page.getByRole('button', { name: 'Mluvit s člověkem' }).click()
  await page.locator('[data-human="waiting"]').waitFor()
  await picture(page, 'forced-waiting')
  expect(await measure(page)).toEqual([])
  const moves = await page.evaluate(
    () => document.querySelector('okenko-chat')?.shadowRoot?.getAnimations().length ?? 0,
  )
  expect(moves).toBe(0)
})

test('hostile words are shown as words', async () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '<svg/onload=alert(1)>',
    '\u202Eobrácené\u0000 ﷽ 👨‍👩‍👧‍👦',
    'a'.repeat(3000),
  ]
  await visit({ viewport: { width: 320, height: 640 } })
  await page.locator('.launcher').click()
  for (const [before, text] of hostile.entries()) {
    await page.getByLabel('Vaše zpráva').fill(text)
    await page.keyboard.press('Enter')
    await expect.poll(() => gateway.conversations.at(-1)?.lines.length).toBe(before * 4 + 2)
    gateway.say(gateway.last, { author: 'bot', text, answer: { outcome: 'found', sources: [], links: [{ label: text, url: 'javascript:alert(1)' }] } })
    gateway.say(gateway.last, { author: 'clerk', name: text, agenda: text, text })
  }
  await expect.poll(() => page.locator('article').count()).toBe(hostile.length * 4)
  await settled(page)
  await picture(page, 'hostile')
  expect(await measure(page)).toEqual([])
  const made = await page.evaluate(() => {
    const root = document.querySelector('okenko-chat')?.shadowRoot
    return [root?.querySelectorAll('.log script, .log img, .log a[href^="javascript"]').length, root?.querySelectorAll('article').length]
  })
  expect(made).toEqual([0, hostile.length * 4])
  expect(consoleLines).toEqual([])
})

test.each(['en', 'uk', 'de'])('every word in %s, on a narrow screen', async (language) => {
  await visit({ viewport: { width: 320, height: 640 } }, language)
  await page.locator('.launcher').click()
  await picture(page, `welcome-${language}`)
  expect([...(await axe(page)), ...(await measure(page))]).toEqual([])
  await page.locator('.field').fill('ztratil jsem občanku')
  await page.keyboard.press('Enter')
  await page.locator('.lead').waitFor()
  expect(await page.locator('.bot .bubble').getAttribute('lang')).toBe('cs')
  await page.locator('[aria-controls=settings]').click()
  await picture(page, `settings-${language}`)
  expect([...(await axe(page)), ...(await measure(page))]).toEqual([])
  await page.keyboard.press('Escape')
  await page.locator('[data-human=button]').click()
  await page.locator('[data-human=waiting]').waitFor()
  gateway.change(gateway.last, { state: 'closed' })
  await page.locator('.rating').waitFor()
  await settled(page)
  await picture(page, `closed-${language}`)
  expect([...(await axe(page)), ...(await measure(page))]).toEqual([])
})

test('on a full screen the panel makes way when the focus leaves it', async () => {
  await visit({ viewport: { width: 320, height: 640 } })
  await page.locator('.launcher').click()
  await page.evaluate(() => document.querySelector<HTMLElement>('#link')?.focus())
  await page.locator('.launcher').waitFor()
  await expect.poll(focused).toBe('a.')
})
