import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { button, control, fill, heard, openConsole, press, reads, until } from '../testing/open-console'

let gateway: MockGateway

beforeEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
  openConsole(gateway, '/konverzace/k4')
  await reads('Zkouším')
  await until(() => expect(gateway.listeners).toBe(1))
})

const dialog = () => document.querySelector('dialog')
const panel = () => document.querySelector<HTMLElement>('.conversation')!
const talk = () => gateway.talks.find(({ item }) => item.conversation === 'k4')!

async function ask(): Promise<HTMLSelectElement> {
  await press('Předat dál')
  return until(() => {
    const found = dialog()!.querySelector('select')!
    expect(found.options.length).toBeGreaterThan(1)
    return found
  })
}

function choose(field: HTMLSelectElement, value: string): void {
  field.value = value
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Picks one of the radio buttons. */
const chosen = async (name: string) => (await control<HTMLInputElement>('input', name)).click()

test('a conversation goes to the queue of another agenda with a note for colleagues', async () => {
  const field = await ask()
  expect([...field.options].map((option) => option.text)).toEqual(['Vyberte agendu', 'Matrika', 'Místní poplatky'])
  choose(field, 'matrika')
  const aloud = heard()
  await fill('Vzkaz kolegům (nepovinný)', '  Čeká na rodný list.  ')
  await press('Předat')

  await until(() => expect(aloud.join()).toContain('Konverzace je předaná a čeká ve frontě: Matrika.'))
  await until(() => expect(panel().dataset['state']).toBe('waiting'))
  expect(dialog()).toBeNull()
  expect(aloud.filter((sentence) => sentence.includes('vrátila do fronty'))).toEqual([])
  expect(talk().item.agenda).toBe('matrika')
  expect(talk().lines.at(-1)).toMatchObject({ author: 'note', name: 'Jana Nová', text: 'Čeká na rodný list.' })
  await reads('Než odpovíte, konverzaci převezměte.')
  await until(() => expect(document.activeElement?.tagName).toBe('H2'))
})

test('without an agenda nothing is sent and the focus stands where to choose one', async () => {
  const field = await ask()
  await press('Předat')

  await reads('Vyberte, které agendě konverzaci předáváte.')
  await until(() => expect(document.activeElement).toBe(field))
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(gateway.requests.some((request) => request.endsWith('/transfer'))).toBe(false)
})

test('who no longer holds the conversation is told so below it', async () => {
  choose(await ask(), 'matrika')
  gateway.takenBy('c2', 'k4', true)
  await press('Předat')

  await reads('Nepovedlo se to. Konverzaci mezitím vede někdo jiný nebo je uzavřená.')
  await until(() => expect(dialog()).toBeNull())
  await reads('Konverzaci vede Petr Malý.')
})

test('a note survives a refusal that may pass', async () => {
  gateway.refusals.set('/transfer', 503)
  choose(await ask(), 'matrika')
  const note = await fill('Vzkaz kolegům (nepovinný)', 'Čeká na rodný list.')
  await press('Předat')
  await reads('Nepovedlo se to. Na serveru se něco pokazilo.')
  expect(dialog()!.textContent).toContain('Na serveru se něco pokazilo.')
  expect(note.value).toBe('Čeká na rodný list.')
  gateway.refusals.clear()
  await press('Předat')

  await until(() => expect(talk().item.agenda).toBe('matrika'))
})

test('a conversation that went back to the queue says why and can be claimed again', async () => {
  await fill('Odpověď občanovi', 'Rozepsáno')
  const aloud = heard()
  gateway.goesBack('k4')
  await reads('vrátila do fronty')
  await button('Převzít')
  await until(() => expect(aloud.filter((sentence) => sentence.includes('vrátila do fronty')).length).toBe(1))
  await press('Převzít')

  expect((await control<HTMLTextAreaElement>('textarea', 'Odpověď občanovi')).value).toBe('Rozepsáno')
})


test('a conversation is offered to a colleague, and whoever is away is stood in for before it is sent', async () => {
  await ask()
  await chosen('Kolegovi')
  const field = await until(() => {
    const found = dialog()!.querySelector('select')!
    expect(found.options.length).toBe(4)
    return found
  })
  choose(field, 'p3')
  await reads('Eva Dvořáková je pryč. Předáte to místo toho zástupu: Jana Nová.')
  await button('Předat: Jana Nová')
  choose(field, 'p2')
  await fill('Vzkaz kolegům (nepovinný)', 'Volal jsem na matriku.')
  const aloud = heard()
  await press('Předat')

  await until(() => expect(aloud.join()).toContain('Konverzace je předaná a nabízí se: Petr Malý.'))
  await reads('Předává Jana Nová, pro: Petr Malý')
  expect(talk().item.state).toBe('waiting')
})

test('another institution gets nothing before the citizen agreed', async () => {
  await ask()
  await chosen('Jiné instituci')
  await press('Zeptat se občana')
  await reads('Napište, které instituci to chcete předat.')
  await fill('Instituce', 'Finanční správa')
  const url = await control<HTMLInputElement>('input', 'Webová adresa (nepovinná)')
  await until(() => expect(url.value).toBe('https://www.financnisprava.gov.cz'))
  await press('Zeptat se občana')
  await button('Vzít otázku zpět')
  expect(gateway.requests.some((request) => request.endsWith('/referral/text'))).toBe(false)

  gateway.consents('k4', true)
  await press('Připravit podklady')
  const text = await control<HTMLTextAreaElement>('textarea', 'Text podkladů')
  expect(text.value).toContain('Kolik zaplatím na dani?')
  await press('Předáno, uzavřít')

  await until(() => expect(talk().item.state).toBe('closed'))
  await until(() => expect(dialog()).toBeNull())
})

test('after a no the conversation goes on here', async () => {
  gateway.handing.refer('k4', 'referral', { institution: 'Policie' })
  gateway.consents('k4', false)
  await reads('Nic nepředávejte a pokračujte s ním tady.')
  expect(document.body.textContent).not.toContain('Připravit podklady')
})
