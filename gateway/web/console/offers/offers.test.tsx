import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { drawn, heard, openConsole, press, reads, readsNoMore, until } from '../testing/open-console'
import { cs } from '../texts/cs'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
})

const loaded = () => until(() => expect(gateway.listeners).toBe(1))

test('an offer is announced once, with its agenda and how long the citizen waits', async () => {
  openConsole(gateway, '/urad')
  const sentences = heard()
  await loaded()
  gateway.offers('k1', 60)
  await reads('Nabízíme vám konverzaci: Doklady')
  gateway.offers('k1', 55)
  gateway.says('k1', 'haló')
  await drawn()

  await reads('Nabídka platí ještě minutu.')
  expect(sentences.filter((words) => words.includes('Nabízíme'))).toEqual([
    'Nabízíme vám konverzaci: Doklady, občan čeká 25 min.',
  ])
})

test('taking an offer claims the conversation and opens it', async () => {
  gateway.directory.offers.set('k1', 60)
  openConsole(gateway, '/urad')
  await press('Vzít si ji')

  await until(() => expect(location.hash).toBe('#/konverzace/k1'))
  expect(gateway.talks.find((talk) => talk.item.conversation === 'k1')?.item.clerk?.id).toBe('c1')
  await readsNoMore('Vzít si ji')
})

test('who is beaten to it is told by whom', async () => {
  gateway.directory.offers.set('k1', 60)
  openConsole(gateway, '/urad')
  await reads('Vzít si ji')
  const sentences = heard()
  gateway.takenBy('c2', 'k1', true)
  await press('Vzít si ji')

  await until(() => expect(sentences.join(' ')).toContain('převzal někdo jiný: Petr Malý'))
  await readsNoMore('Vzít si ji')
})

test('letting an offer go hands it on and leaves the focus on the page', async () => {
  gateway.directory.offers.set('k1', 60)
  openConsole(gateway, '/urad')
  await press('Nechat být')

  await readsNoMore('Nechat být')
  expect(gateway.requests).toContain('POST /api/console/offers/k1/pass')
  expect(document.activeElement?.id).toBe('main')
})

test('an offer whose time is up is gone', async () => {
  gateway.directory.offers.set('k1', 1)
  openConsole(gateway, '/urad')
  await reads('Nabídka platí už jen pár sekund.')
  gateway.directory.offers.clear()

  await readsNoMore('Vzít si ji')
})

test('what a colleague hands on says who and why, and holds for minutes', async () => {
  gateway.directory.offers.set('k1', 900)
  gateway.directory.meant.set('k1', { by: 'Petr Malý', to: 'Jana Nová', note: 'Volal jsem na matriku.', at: new Date().toISOString() })
  openConsole(gateway, '/urad')

  await reads('Předává vám ji Petr Malý. Volal jsem na matriku.')
  await reads('Nabídka platí ještě 15 min.')
})

test('what is left is said in words', () => {
  expect([60, 51, 50, 41, 11, 10, 1].map(cs.directory.offers.left)).toEqual([
    'Nabídka platí ještě minutu.',
    'Nabídka platí ještě minutu.',
    'Nabídka platí ještě asi 50 sekund.',
    'Nabídka platí ještě asi 50 sekund.',
    'Nabídka platí ještě asi 20 sekund.',
    'Nabídka platí už jen pár sekund.',
    'Nabídka platí už jen pár sekund.',
  ])
})
