import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const executablePath = process.env['OKENKO_CHROMIUM'] ?? '/usr/bin/chromium'

/** The browser that looks at what was built; `OKENKO_CHROMIUM` names another one. */
export function openBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) throw new Error(`no browser at ${executablePath}; set OKENKO_CHROMIUM`)
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
