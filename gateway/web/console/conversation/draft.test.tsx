import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { button, control, fill, openConsole, press, reads, readsNoMore, until } from '../testing/open-console'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
})

const ELSEWHERE = 'Vložit rozepsané z jiného zařízení'
const reply = () => control<HTMLTextAreaElement>('textarea', 'Odpověď občanovi')
const holds = (words: string) => until(async () => expect((await reply()).value).toBe(words))
const foot = () => document.querySelector('.editor-kept')?.textContent ?? ''
const requestsTo = (end: string) => gateway.requests.filter((request) => request.endsWith(end)).length

async function open(): Promise<void> {
  openConsole(gateway, '/konverzace/k4')
  await reads('Zkouším')
  await until(() => expect(gateway.listeners).toBe(1))
  // Once when it opened, once when the stream did: from here on nothing loads by itself.
  await until(() => expect(requestsTo('/conversations/k4')).toBe(2))
  await until(() => expect(requestsTo('/desk')).toBeGreaterThan(0))
}

/** Something happens that makes the console load the desk anew. */
async function news(words: string): Promise<void> {
  const before = requestsTo('/desk')
  gateway.says('k4', words)
  await reads(words)
  await until(() => expect(requestsTo('/desk')).toBeGreaterThan(before))
}

test('the foot says where a draft is kept: here at first, then at the gateway', async () => {
  await open()
  gateway.refusals.set('/draft', 503)
  const editor = await fill('Odpověď občanovi', 'Přijedeme v úterý.')
  editor.dispatchEvent(new FocusEvent('blur'))
  await until(() => expect(requestsTo('/draft')).toBe(1))
  expect(foot()).toContain('uloženo v tomto počítači')
  gateway.refusals.clear()
  await fill('Odpověď občanovi', 'Přijedeme v úterý v deset.')

  await until(() => expect(foot()).toBe(' · uloženo'))
  expect(gateway.draftOf('c1', 'k4')).toBe('Přijedeme v úterý v deset.')
  await fill('Odpověď občanovi', '')
  await until(() => expect(gateway.draftOf('c1', 'k4')).toBeUndefined())
})

test('an empty editor opens with what was begun on another computer', async () => {
  gateway.draftedElsewhere('c1', 'k4', 'Začala jsem doma.')
  gateway.draftedElsewhere('c1', 'k4', 'Volala dcera', 'note')
  gateway.draftedElsewhere('c2', 'k4', 'Cizí text')
  await open()

  await holds('Začala jsem doma.')
  expect(foot()).toBe(' · uloženo')
  ;(await control('[role=tab]', 'Poznámka')).click()
  const note = await control<HTMLTextAreaElement>('textarea', 'Poznámka, kterou vidí jen kolegové')
  await until(() => expect(note.value).toBe('Volala dcera'))
  expect(gateway.draftOf('c1', 'k4')).toBe('Začala jsem doma.')
})

test('a sent draft is gone at the gateway too, and does not come back', async () => {
  gateway.draftedElsewhere('c1', 'k4', 'Začala jsem doma.')
  await open()
  await holds('Začala jsem doma.')
  await press('Odeslat')
  await reads('Odesláno.')

  await until(() => expect(gateway.draftOf('c1', 'k4')).toBeUndefined())
  await news('Děkuji')
  await holds('')
  expect(localStorage.length).toBe(0)
})

test('a text from another device never touches what is written here, and is put below it when wanted', async () => {
  await open()
  await fill('Odpověď občanovi', 'Psáno tady')
  await until(() => expect(foot()).toBe(' · uloženo'))
  gateway.draftedElsewhere('c1', 'k4', 'Psáno doma')
  await news('Jste tam?')
  const insert = await button(ELSEWHERE)
  expect((await reply()).value).toBe('Psáno tady')
  insert.focus()
  insert.click()

  await holds('Psáno tady\n\nPsáno doma')
  expect(document.activeElement).toBe(await reply())
  await readsNoMore(ELSEWHERE)
  await until(() => expect(gateway.draftOf('c1', 'k4')).toBe('Psáno tady\n\nPsáno doma'))
})

test('words typed before the gateway answered do not cost the other text', async () => {
  gateway.draftedElsewhere('c1', 'k4', 'Psáno doma')
  gateway.refusals.set('/desk', 503)
  openConsole(gateway, '/konverzace/k4')
  await reads('Zkouším')
  await fill('Odpověď občanovi', 'Už píšu')
  gateway.refusals.clear()
  await until(() => expect(gateway.listeners).toBe(1))
  await news('Jste tam?')

  await button(ELSEWHERE)
  expect((await reply()).value).toBe('Už píšu')
  await press('Nechat být')
  await readsNoMore(ELSEWHERE)
  await until(() => expect(gateway.draftOf('c1', 'k4')).toBe('Už píšu'))
})

test('an offer outlives the screen until it is settled, and own older words are no offer', async () => {
  await open()
  await fill('Odpověď občanovi', 'Psáno tady')
  await until(() => expect(foot()).toBe(' · uloženo'))
  await fill('Odpověď občanovi', 'Psáno tady a dál')
  await news('Jste tam?')
  expect(document.body.textContent).not.toContain(ELSEWHERE)
  gateway.draftedElsewhere('c1', 'k4', 'Psáno doma')
  await news('Haló?')
  await button(ELSEWHERE)

  location.hash = '#/konverzace/k1'
  await reads('Převzít')
  location.hash = '#/konverzace/k4'
  await button(ELSEWHERE)
  await holds('Psáno tady a dál')
})

test('what was kept only here is brought to the gateway when the conversation opens again', async () => {
  localStorage.setItem('okenko.draft.c1.k4.reply', JSON.stringify({ text: 'Nestihla jsem', at: Date.now() }))
  await open()

  await until(() => expect(gateway.draftOf('c1', 'k4')).toBe('Nestihla jsem'))
  await holds('Nestihla jsem')
})
