import { beforeEach, expect, test, vi } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { control, fill, heard, openConsole, press, reads, text, until } from '../testing/open-console'
import { HEARTBEAT, WRITES_FOR } from './presence'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
  vi.useFakeTimers({ shouldAdvanceTime: true })
})

const said = () => gateway.beats.map(({ conversation, writing }) => `${conversation || '–'} ${writing}`)
const status = () => document.querySelector('[role=status]')!.textContent!.trim()

test('the gateway hears at once what is open and whether the clerk writes, and again every twenty seconds', async () => {
  openConsole(gateway)
  await until(() => expect(said()).toEqual(['– false']))
  location.hash = '#/konverzace/k4'
  await until(() => expect(said()).toEqual(['– false', 'k4 false']))
  await fill('Odpověď občanovi', 'Dobrý')
  await until(() => expect(said().slice(2)).toEqual(['k4 true']))
  await vi.advanceTimersByTimeAsync(WRITES_FOR)
  await until(() => expect(said().slice(3)).toEqual(['k4 false']))
  await vi.advanceTimersByTimeAsync(HEARTBEAT)
  await until(() => expect(said().slice(4)).toEqual(['k4 false']))

  document.dispatchEvent(new Event('visibilitychange'))
  await until(() => expect(said().slice(5)).toEqual(['k4 false']))
  expect(new Set(gateway.beats.map((beat) => beat.tab)).size).toBe(1)
  expect(gateway.beats[0]!.tab).toMatch(/^[0-9a-f]{32}$/)
})

test('a note is not told as writing, and who sent has stopped', async () => {
  openConsole(gateway, '/konverzace/k4')
  await reads('Zkouším')
  ;(await control('[role=tab]', 'Poznámka')).click()
  await fill('Poznámka, kterou vidí jen kolegové', 'Volala dcera')
  ;(await control('[role=tab]', 'Odpověď')).click()
  await fill('Odpověď občanovi', 'Přijedeme.')
  await until(() => expect(said()).toEqual(['k4 false', 'k4 true']))
  await press('Odeslat')

  await until(() => expect(said()).toEqual(['k4 false', 'k4 true', 'k4 false']))
})

test('a heartbeat that fails says nothing, unless the session has ended', async () => {
  gateway.refusals.set('presence', 500)
  openConsole(gateway, '/konverzace/k4')
  await reads('Zkouším')
  await until(() => expect(gateway.requests).toContain('POST /api/console/presence'))
  expect(document.querySelector('.notice-danger, .connection')).toBeNull()
  expect(status()).toBe('')
  gateway.refusals.set('presence', 401)
  await vi.advanceTimersByTimeAsync(HEARTBEAT)

  await reads('Přihlaste se znovu')
})

test('who else reads and writes is told in words; that somebody writes is said once', async () => {
  openConsole(gateway, '/konverzace/k4')
  await reads('Zkouším')
  await until(() => expect(gateway.listeners).toBe(1))
  const editor = await fill('Odpověď občanovi', 'Rozepsáno')
  editor.focus()
  gateway.lookedAtBy([{ name: 'Petr Malý', writing: false }], 'k4')
  await reads('Petr Malý právě čte')
  expect(status()).toBe('')

  const aloud = heard()
  for (const writing of [true, false, true]) {
    gateway.lookedAtBy([{ name: 'Petr Malý', writing }], 'k4')
    await until(() => expect(document.querySelector(`.onlookers [data-writing=${writing}]`)).not.toBeNull())
  }
  gateway.says('k4', 'Jste tam?')
  await until(() => expect(aloud.at(-1)).toContain('Jste tam?'))
  expect(aloud).toEqual(['Petr Malý právě píše', 'Občan: Jste tam?'])
  expect(document.activeElement).toBe(editor)
  expect((editor as HTMLTextAreaElement).value).toBe('Rozepsáno')
  gateway.lookedAtBy([], 'k4')
  await until(() => expect(document.querySelector('.onlookers')).toBeNull())
})

test('of many colleagues the writing ones are named and the rest counted', async () => {
  gateway.lookedAtBy(
    ['Adam', 'Bára', 'Cyril', 'Dana', 'Emil'].map((name) => ({ name, writing: name === 'Emil' })),
    'k1',
  )
  openConsole(gateway, '/konverzace/k1')
  await reads('Emil právě píše')

  expect([...document.querySelectorAll('.onlookers li')].map((item) => item.textContent)).toEqual([
    'Emil právě píše',
    'Adam právě čte',
    'Bára právě čte',
    'a 2 další',
  ])
  expect(text()).not.toContain('Cyril')
})
