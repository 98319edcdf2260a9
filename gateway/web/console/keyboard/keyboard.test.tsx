import { beforeEach, expect, test, vi } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { control, fill, openConsole, press, reads, text, until } from '../testing/open-console'
import { found } from './commands'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
})

async function open(at: string): Promise<void> {
  openConsole(gateway, at)
  await until(() => expect(document.querySelectorAll('.queue-link').length).toBeGreaterThan(0))
  await until(() => expect(gateway.listeners).toBe(1))
}

function hit(key: string, more: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
}

const options = () => [...document.querySelectorAll('.palette [role=option] span')].map((option) => option.textContent)
const dialog = () => document.querySelector('dialog h2')?.textContent

test('names are found by all typed words in any order', () => {
  const commands = ['Předat dál', 'Uzavřít', 'Lidé'].map((name) => ({ key: name, name, group: '', run: () => {} }))

  expect(found(commands, 'dal pred').map(({ name }) => name)).toEqual(['Předat dál'])
  expect(found(commands, '')).toHaveLength(3)
})

test('Ctrl+K finds actions, screens and conversations, also from a field', async () => {
  await open('/konverzace/k4')
  const editor = await fill('Odpověď občanovi', 'Rozepsáno')
  editor.focus()
  hit('k', { ctrlKey: true })
  await until(() => expect(options()).toContain('Uzavřít'))
  expect(options()).toContain('Lidé')
  await until(() => expect(options().join()).toContain('doma mi strašně smrdí plyn'))
  const field = await fill('Akce, obrazovka nebo konverzace', 'uzavrit')
  await until(() => expect(options()).toEqual(['Uzavřít']))
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  await until(() => expect(dialog()).toBe('Uzavřít konverzaci?'))
  await press('Zrušit')

  await until(() => expect(dialog()).toBeUndefined())
  hit('k', { ctrlKey: true })
  await fill('Akce, obrazovka nebo konverzace', 'plyn')
  await until(() => expect(options()).toHaveLength(1))
  ;(await control('[role=option]', /plyn/)).click()
  await until(() => expect(location.hash).toBe('#/konverzace/k3'))
})

test('single keys act outside of fields, never inside', async () => {
  await open('/konverzace/k4')
  await reads('Zkouším')
  const editor = await control<HTMLTextAreaElement>('textarea', 'Odpověď občanovi')
  editor.focus()
  for (const key of ['?', 'j', 'n', 'p']) hit(key)
  expect(dialog()).toBeUndefined()
  expect(location.hash).toBe('#/konverzace/k4')
  editor.blur()
  hit('n')
  await control('textarea', 'Poznámka, kterou vidí jen kolegové')
  await until(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'))
  ;(document.activeElement as HTMLElement).blur()
  hit('j')

  await until(() => expect(location.hash).toBe('#/konverzace/k1'))
  await reads('Převzít')
  hit('p')
  await control('textarea', 'Odpověď občanovi')
})

test('"?" lists the keys, where single ones are switched off and stay so', async () => {
  await open('/fronta')
  hit('?')
  await until(() => expect(dialog()).toBe('Klávesové zkratky'))
  ;(await until(() => document.querySelector<HTMLInputElement>('dialog input[type=checkbox]')!)).click()
  await press('Zavřít')
  await until(() => expect(dialog()).toBeUndefined())
  hit('?')
  hit('j')
  expect(dialog()).toBeUndefined()
  expect(location.hash).toBe('#/fronta')
  expect(JSON.parse(localStorage.getItem('okenko.console.preferences')!)).toMatchObject({ keys: false })
  hit('k', { ctrlKey: true })

  await until(() => expect(dialog()).toBe('Najít akci'))
})

let sounds = 0

/** Counts the tones the console plays from now on; it asks for a device once and keeps it. */
function listening(): () => number {
  sounds = 0
  const node = { connect: () => node, gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} } }
  vi.stubGlobal(
    'AudioContext',
    class {
      currentTime = 0
      resume = () => Promise.resolve()
      createGain = () => node
      createOscillator = () => ({ connect: () => node, frequency: {}, start: () => sounds++, stop() {} })
    },
  )
  return () => sounds
}

test('whoever wants it hears one sound for a burst; nobody does at first', async () => {
  const heard = listening()
  await open('/fronta')
  gateway.arrives('k20', 'kdy máte otevřeno')
  await reads('kdy máte otevřeno')
  expect(heard()).toBe(0)
  const lists = () => gateway.requests.filter((request) => request.endsWith('/queue')).length
  const before = lists()
  ;(await control('input[type=checkbox]', 'Zvuk, když někdo začne čekat')).click()
  await until(() => expect(heard()).toBe(1))
  await until(() => expect(lists()).toBeGreaterThan(before))
  gateway.arrives('k21', 'dotaz 21')
  await until(() => expect(heard()).toBe(2))
  gateway.arrives('k22', 'dotaz 22')
  await reads('dotaz 22')
  expect(heard()).toBe(2)
})

test('an offer is heard once, together with whoever begins to wait, and "o" leads to it', async () => {
  localStorage.setItem('okenko.console.preferences', JSON.stringify({ keys: true, sound: true }))
  const heard = listening()
  await open('/fronta')
  gateway.offers('k1', 60)
  await reads('Nabízíme vám konverzaci')
  await until(() => expect(heard()).toBe(1))
  gateway.arrives('k21', 'dotaz 21')
  gateway.offers('k1', 50)
  await reads('Nabídka platí ještě asi 50 sekund.')
  expect(heard()).toBe(1)

  hit('o')

  await until(() => expect(document.activeElement?.textContent).toBe('Vzít si ji'))
})

test('leave for notifications is asked only on a click, and a refusal is told', async () => {
  let asked = 0
  vi.stubGlobal('Notification', { permission: 'default', requestPermission: () => Promise.resolve((asked++, 'denied')) })
  await open('/fronta')
  expect(asked).toBe(0)
  ;(await control('input[type=checkbox]', 'Upozornění prohlížeče')).click()

  await reads('Prohlížeč upozornění nepovolil.')
  expect(asked).toBe(1)
  expect(text()).toContain('Zvuk, když někdo začne čekat')
})
