import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'

export interface Look {
  readonly name: string
  readonly options: BrowserContextOptions
}

const wide = { width: 1280, height: 800 }
const narrow = { width: 320, height: 640 }

const usual: readonly Look[] = [
  { name: 'wide-light', options: { viewport: wide, colorScheme: 'light' } },
  { name: 'narrow-dark', options: { viewport: narrow, colorScheme: 'dark' } },
]

/** The two looks in which everything differs; OKENKO_SCREENS=all adds the two between them. */
export const looks: readonly Look[] =
  process.env['OKENKO_SCREENS'] !== 'all'
    ? usual
    : [
        ...usual,
        { name: 'narrow-light', options: { viewport: narrow, colorScheme: 'light' } },
        { name: 'wide-dark', options: { viewport: wide, colorScheme: 'dark' } },
      ]

const axeSource = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

/** What axe finds, as readable lines; incomplete findings count too, except those only a person can decide. */
export async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const run = (window as unknown as { axe: typeof import('axe-core') }).axe.run
    const { violations, incomplete } = await run(document, { resultTypes: ['violations', 'incomplete'] })
    // Text over the host page's own lines, or scrolled half out of sight: axe cannot tell what lies behind. shared/tokens.test.ts knows the contrast.
    const overlaps = ['elmPartiallyObscuring', 'elmPartiallyObscured']
    const undecidable = (node: import('axe-core').NodeResult): boolean =>
      node.any.some(({ data }) => overlaps.includes((data as { messageKey?: string } | null)?.messageKey ?? ''))
    const open = incomplete.map((result) => ({ ...result, nodes: result.nodes.filter((node) => !undecidable(node)) }))
    return [...violations, ...open].flatMap(({ id, nodes, help }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
    )
  })
}

/** Waits until what was to be drawn is drawn and what moves for a moment has come to rest. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const moving = document.querySelector('okenko-chat')?.shadowRoot?.getAnimations() ?? []
    const passing = moving.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(passing.map(({ finished }) => finished))
  })
}

/** Things axe does not see: a control below 44 px, a part wider than the screen, a placeholder without contrast. */
export function measure(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const root = document.querySelector('okenko-chat')?.shadowRoot
    if (root === undefined || root === null) return ['no chat']
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth > width) found.push(`the page scrolls sideways: ${document.documentElement.scrollWidth}`)
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      const box = element.getBoundingClientRect()
      if (box.width === 0 || element.closest('.unseen') !== null) continue
      const name = `${element.tagName}.${element.className} "${element.textContent?.slice(0, 30)}"`
      if (box.right > width + 1 || box.left < -1) found.push(`${name} leaves the screen`)
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && getComputedStyle(element).overflowX !== 'visible') {
        found.push(`${name} is cut off`)
      }
      const control = element.matches('button, summary, textarea, .option, .score, .links a')
      if (control && (box.height < 43.5 || box.width < 43.5)) found.push(`${name} is ${box.width}×${box.height}`)
    }
    return found
  })
}

/** Where pictures go when OKENKO_PICTURES names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['OKENKO_PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
