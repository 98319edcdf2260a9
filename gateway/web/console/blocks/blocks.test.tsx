import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { control, fill, heard, openConsole, press, reads, until } from '../testing/open-console'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
})

const dialog = () => document.querySelector('dialog')
const pick = async (name: string) => (await control<HTMLInputElement>('input', name)).click()

test('a sender is blocked with a reason, and the block is lifted from the conversation', async () => {
  openConsole(gateway, '/konverzace/k4')
  await until(() => expect(gateway.listeners).toBe(1))
  await press('Zablokovat')
  await pick('Na den')
  await pick('jiný důvod')
  dialog()!.querySelector('form')!.requestSubmit()
  await reads('Napište, proč odesílatele blokujete.')
  expect(gateway.handing.blocks.size).toBe(0)
  await fill('Co se stalo', 'Posílá reklamu.')
  dialog()!.querySelector('form')!.requestSubmit()

  await reads('Odesílatel je zablokovaný do')
  expect(gateway.handing.blocks.get('k4')).toMatchObject({ reason: 'other', note: 'Posílá reklamu.' })
  await press('Zrušit blokaci')
  await until(() => expect(gateway.handing.blocks.size).toBe(0))
})

test('a supervisor lifts a block from the list and the focus stays on the page', async () => {
  gateway.handing.block(gateway.clerks[0]!, 'k1', 'webchat', { hours: 24, reason: 'insults', note: '' })
  openConsole(gateway, '/blokovani')
  await reads('urážky')
  const aloud = heard()
  await press(/^Zrušit blokaci/)

  await reads('Nikdo zablokovaný není.')
  expect(aloud.join()).toContain('Blokace je zrušená.')
  expect(document.activeElement?.textContent).toBe('Blokovaní odesílatelé')
})
