import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../shared/testing/open-browser.ts'
import { MockGateway } from './mock-gateway'
import { serve } from './serve'
import { states, type ConsoleState } from './states'

/*
 * Every state of the built console in a real browser: nothing for axe to complain about, nothing wider
 * than the screen, nothing in the browser's log. OKENKO_PICTURES names a folder for pictures of it all,
 * OKENKO_SCREENS=all adds the screens between the widest and the narrowest.
 */

const dist = process.env['OKENKO_WEB_DIST'] ?? join(import.meta.dirname, '..', '..', 'dist')
const pictures = process.env['OKENKO_PICTURES']
const only = process.env['OKENKO_STATE']
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const everywhere = process.env['OKENKO_SCREENS'] === 'all'

const screens: readonly (BrowserContextOptions & { readonly name: string; readonly spaced?: boolean })[] = [
  { name: '1440', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: '1280-dark', viewport: { width: 1280, height: 720 }, colorScheme: 'dark' },
  { name: '900', viewport: { width: 900, height: 700 }, colorScheme: 'light' },
  { name: '320', viewport: { width: 320, height: 640 }, colorScheme: 'light', hasTouch: true },
  { name: '320-dark', viewport: { width: 320, height: 640 }, colorScheme: 'dark', hasTouch: true, spaced: true },
  { name: 'zoom400', viewport: { width: 320, height: 180 }, colorScheme: 'light' },
  { name: 'forced', viewport: { width: 1280, height: 720 }, forcedColors: 'active', reducedMotion: 'reduce' },
]

let gateway: MockGateway
let server: { url: string; stop: () => void }
let browser: Browser

/** Looks at every state on the first of the named screens, or on all of them when that is asked for. */
export function looksRight(...named: readonly string[]): void {
  beforeAll(async () => {
    server = await serve(dist, () => gateway)
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser.close()
    server.stop()
  })

  describe.each(screens.filter(({ name }) => (everywhere ? named.includes(name) : name === named[0])))('at $name', (screen) => {
    const { name, spaced, ...options } = screen
    let desk: Desk

    // One for all states of a screen: each new one takes a process of its own and reads all of axe anew.
    beforeAll(async () => {
      desk = await openDesk({ ...options, timezoneId: 'Europe/Prague' })
    })
    afterAll(async () => desk.page.context().close())

    test.each(states.filter((state) => !only || only.split(',').includes(state.name)))(
      '$name is whole and accessible',
      { timeout: 30_000 },
      async (state) => {
        const { page, faults } = desk
        await open(desk, state)
        if (spaced) await widen(page)
        await settled(page)
        if (pictures) {
          mkdirSync(join(pictures, state.name), { recursive: true })
          await page.screenshot({ path: join(pictures, state.name, `${name}.png`) })
        }
        expect(await violations(page)).toEqual([])
        expect(await overflow(page)).toEqual([])
        expect(await smallTargets(page)).toEqual([])
        expect(faults).toEqual([])
      },
    )
  })
}

interface Desk {
  readonly page: Page
  /** What the browser complained about since a state was opened. */
  readonly faults: string[]
}

async function openDesk(options: BrowserContextOptions): Promise<Desk> {
  const context = await browser.newContext({ ...options, locale: 'cs-CZ' })
  const page = await context.newPage()
  page.setDefaultTimeout(8_000)
  await page.addInitScript(() => {
    if (location.protocol !== 'about:') {
      localStorage.clear()
      sessionStorage.clear()
    }
  })
  return { page, faults: complaintsOf(page) }
}

/** Opens a state as if nobody had been here: another document, nothing kept, the mouse nowhere. */
async function open({ page, faults }: Desk, state: ConsoleState): Promise<void> {
  await page.goto('about:blank')
  await page.mouse.move(0, 0)
  faults.splice(0)
  gateway = new MockGateway()
  gateway.signedIn = state.clerk === null ? undefined : (state.clerk ?? 'c1')
  state.office?.(gateway)
  await page.goto(`${server.url}/console${state.at}`)
  await state.reach?.(page, gateway)
}

/** Waits until what was to be drawn is drawn and no colour is on its way to another one. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
}

/** Text spacing as WCAG 1.4.12 lets readers set it. */
async function widen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })
}

/** What the browser complains about; refused requests are part of some states. */
function complaintsOf(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text())
  })
  return faults
}

/** Injected through the debugger, which the page's policy does not bind. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const runner = (globalThis as unknown as { axe: typeof import('axe-core') }).axe
    const found = await runner.run(document, { resultTypes: ['violations'] })
    return found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`)
  })
}

/** Elements that stick out of the screen sideways, and buttons whose words wrap. */
async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const out: string[] = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : []
    for (const element of document.querySelectorAll('body *')) {
      const box = element.getBoundingClientRect()
      const unseen = element.closest('.unseen, .skip, thead') !== null || box.width === 0
      if (!unseen && (box.right > width + 1 || box.left < -1)) out.push(`${element.tagName}.${element.className}`)
      if (element.matches('.button, .tab') && box.height > 50) out.push(`wrapped: ${element.textContent}`)
    }
    return out
  })
}

/** Controls smaller than 24 px; words inside sentences and boxes with a label around them are exempt. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a, input, select, summary, textarea')]
      .filter((element) => !element.closest('.unseen, .skip, .line-text, .suggestion-text, .facts, label.check'))
      .filter((element) => {
        const box = element.getBoundingClientRect()
        return box.width > 0 && (box.width < 24 || box.height < 24)
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  )
}

test('a clerk can do the whole job without a mouse', { timeout: 30_000 }, async () => {
  const desk = await openDesk({ viewport: { width: 1280, height: 720 } })
  const { page } = desk
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
  const tabTo = async (words: string) => {
    for (let step = 0; step < 40 && !(await focused()).startsWith(words); step++) await page.keyboard.press('Tab')
    expect(await focused()).toContain(words)
  }
  try {
    await open(desk, { name: 'keyboard', at: '/#/fronta' })
    await page.locator('.queue-row').first().waitFor()
    await tabTo('Občan z webu')
    await page.keyboard.press('Enter')
    await page.locator('[data-conversation=k1][data-state=waiting] h2:focus').waitFor()
    await tabTo('Převzít')
    await page.keyboard.press('Enter')
    await page.locator('textarea:focus').waitFor()
    await page.keyboard.type('Dobrý den, přijďte v pondělí.')
    await page.keyboard.press('Control+Enter')
    await page.locator('[data-author=clerk]').waitFor()
    await page.keyboard.press('Shift+Tab')
    await tabTo('Uzavřít')
  } finally {
    await page.context().close()
  }
})
