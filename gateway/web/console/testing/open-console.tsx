import { render } from 'preact'
import { onTestFinished, vi } from 'vitest'
import { App } from '../app/app'
import type { MockGateway } from './mock-gateway'

// Two tests on one slow processor still have time to draw.
vi.setConfig({ testTimeout: 30_000 })

/** Waits until a check no longer fails. */
export const until = <T,>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 8_000 })

/** What was changed is on the screen. */
export const drawn = () => new Promise<void>((done) => setTimeout(done, 20))

/** The whole console on top of a mock gateway, as a clerk would use it. */
export function openConsole(gateway: MockGateway, at = '/fronta'): void {
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => gateway.fetch(url, init))
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: true,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
  // jsdom draws no dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
  }
  Element.prototype.scrollTo = () => {}
  location.hash = `#${at}`
  const root = document.createElement('div')
  document.body.append(root)
  render(<App />, root)
  onTestFinished(async () => {
    render(null, root)
    root.remove()
    gateway.hangUp()
    // Preact waits for a frame after its last drawing; the window must not go away before.
    await new Promise(requestAnimationFrame)
    vi.unstubAllGlobals()
  })
}

/** The one control of a kind with this name; waits until it is there. */
export function control<E extends HTMLElement = HTMLElement>(selector: string, name: string | RegExp): Promise<E> {
  return until(() => {
    const found = [...document.querySelectorAll<E>(selector)].filter((element) => matches(nameOf(element), name))
    if (found.length !== 1) throw new Error(`${found.length} of ${selector} named ${name} in: ${text()}`)
    return found[0]!
  })
}

export const button = (name: string | RegExp) => control<HTMLButtonElement>('button', name)

export async function press(name: string | RegExp): Promise<void> {
  ;(await button(name)).click()
}

/** Types over what the field holds. */
export async function fill(name: string, value: string): Promise<HTMLInputElement | HTMLTextAreaElement> {
  const field = await control<HTMLInputElement>('input, textarea', name)
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return field
}

/** Everything that can be read on the screen. */
export const text = () => document.body.textContent ?? ''

/** Waits until something can be read. */
export function reads(words: string): Promise<void> {
  return until(() => {
    if (!text().includes(words)) throw new Error(`"${words}" is not in: ${text()}`)
  })
}

/** Waits until something can no longer be read. */
export function readsNoMore(words: string): Promise<void> {
  return until(() => {
    if (text().includes(words)) throw new Error(`"${words}" is still in: ${text()}`)
  })
}

/** All that the live region says from now on. */
export function heard(): readonly string[] {
  const sentences: string[] = []
  const region = document.querySelector('[role=status]')!
  const observer = new MutationObserver(() => sentences.push(region.textContent!.trim()))
  observer.observe(region, { childList: true, characterData: true, subtree: true })
  onTestFinished(() => observer.disconnect())
  return sentences
}

function nameOf(element: HTMLElement): string {
  const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.textContent : undefined
  return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim()
}

function matches(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name)
}
