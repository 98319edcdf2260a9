import type { Page } from 'playwright-core'

/** Shows all actions of a conversation; on narrow screens they are folded. */
export async function unfold(page: Page): Promise<void> {
  await page.locator('.actions button').first().waitFor()
  const more = page.getByRole('button', { name: 'Další' })
  if (await more.isVisible()) await more.click()
}
