import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { heard, openConsole, press, reads, until } from '../testing/open-console'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
  const talk = gateway.talks.find(({ item }) => item.conversation === 'k4')!
  talk.history = [{ conversation: 'k6', at: new Date().toISOString(), state: 'waiting' }]
  talk.lines = talk.lines.map((line, at) => ({ ...line, channel: at === 0 ? 'telegram' : 'webchat' }))
  openConsole(gateway, '/konverzace/k4')
})

test('an open conversation of the same citizen is joined after a question, and the one that goes on opens', async () => {
  await press(/^Spojit s konverzací/)
  await reads('Občan pokračuje tam, kde psal naposledy')
  const aloud = heard()
  document.querySelector('dialog form')!.dispatchEvent(new Event('submit', { cancelable: true }))

  await until(() => expect(location.hash).toBe('#/konverzace/k6'))
  expect(aloud.join()).toContain('Konverzace jsou spojené.')
  expect(gateway.handing.joined).toEqual([['k4', 'k6']])
})

test('where several channels stand in one transcript, each line says its own', async () => {
  await until(() => expect(document.querySelectorAll('.line-head').length).toBeGreaterThan(1))
  const heads = [...document.querySelectorAll('.line-head')].map((head) => head.textContent)
  expect(heads[0]).toContain('Telegram')
  expect(heads[1]).toContain('web')
})
