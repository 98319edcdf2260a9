import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { control, openConsole, press, reads, readsNoMore, text, until } from '../testing/open-console'

let gateway: MockGateway

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  gateway = new MockGateway()
  gateway.signedIn = 'c1'
})

const order = () => [...document.querySelectorAll<HTMLElement>('.queue-row')].map((row) => row.dataset['conversation'])
const listening = () => until(() => expect(gateway.listeners).toBe(1))

async function openQueue(): Promise<void> {
  openConsole(gateway)
  await reads('potřebuju člověka')
  await listening()
  await until(() => expect(gateway.requests.filter((request) => request.endsWith('/queue')).length).toBe(2))
}

test('those who wait stand in order, with how long they wait in words', async () => {
  await openQueue()

  expect(order()).toEqual(['k1', 'k2', 'k3'])
  expect(text()).toContain('čeká 25 min')
  expect(text()).toContain('web, ukrajinsky')
  expect(text()).toContain('tíseň')
  expect(text()).toContain('podání: stížnost')
  await until(() => expect(document.title).toBe('(3) Fronta – Okénko'))
})

test('somebody new appears by themselves and is announced', async () => {
  await openQueue()
  gateway.arrives('k20', 'kdy máte otevřeno')

  await reads('kdy máte otevřeno')
  await until(() => expect(document.querySelector('[role=status]')?.textContent).toContain('Ve frontě přibylo: 1'))
})

test('nothing moves while the focus is in the list; a bar offers what is new', async () => {
  await openQueue()
  document.querySelector<HTMLElement>('.queue-link')!.focus()
  gateway.arrives('k20', 'kdy máte otevřeno')
  gateway.takenBy('c2', 'k2')
  await reads('Nové: 1 – zobrazit')
  expect(order()).toEqual(['k1', 'k2', 'k3'])
  expect(text()).toContain('už tu není')

  await press('Nové: 1 – zobrazit')
  await until(() => expect(order()).toEqual(['k1', 'k3', 'k20']))
  await until(() => expect(document.activeElement?.closest('.queue-row')).not.toBeNull())
})

test('tabs move by arrows and show mine and all', async () => {
  await openQueue()
  const tab = await control('[role=tab]', /^Nepřevzaté/)
  tab.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
  await until(() => expect(order()).toEqual(['k4']))
  expect(document.activeElement?.textContent).toBe('Moje 1')

  document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }))
  await until(() => expect(order()).toHaveLength(7))
})

test('an agenda narrows the queue and says how many wait in it', async () => {
  await openQueue()
  const filter = document.querySelector('select')!
  await until(() => expect([...filter.options].map((option) => option.textContent)).toContain('Matrika (1)'))
  filter.value = 'matrika'
  filter.dispatchEvent(new Event('change', { bubbles: true }))

  await until(() => expect(order()).toEqual(['k2']))
})

test('a further page is appended, takes the focus and is no news', async () => {
  for (let number = 100; number < 130; number++) gateway.arrives(`k${number}`, `dotaz ${number}`)
  await openQueue()
  await until(() => expect(order()).toHaveLength(25))
  await press('Další konverzace')

  await until(() => expect(order()).toHaveLength(33))
  await until(() => expect(document.activeElement?.closest<HTMLElement>('.queue-row')?.dataset['conversation']).toBe('k122'))
  expect(text()).not.toContain('Další konverzace')
  expect(document.querySelector('[role=status]')?.textContent).toBe('')
})

test('an empty queue says that nobody waits', async () => {
  gateway.talks.splice(0)
  openConsole(gateway)

  await reads('Nikdo nečeká.')
})

test('a queue that cannot be loaded offers another try', async () => {
  gateway.refusals.set('queue', 403)
  openConsole(gateway)
  await reads('Frontu se nepodařilo načíst. Na tohle nemáte oprávnění.')
  gateway.refusals.clear()
  await press('Zkusit znovu')

  await reads('potřebuju člověka')
})

test('a lost stream marks the screen as stale, a new one loads what was missed', async () => {
  await openQueue()
  gateway.hangUp()
  await reads('Spojení vypadlo.')
  gateway.talks.splice(0, 1)
  dispatchEvent(new Event('online'))

  await listening()
  await readsNoMore('potřebuju člověka')
  await until(() => expect(document.querySelector('.connection')).toBeNull())
})

test('there is one live region', async () => {
  await openQueue()

  expect(document.querySelectorAll('[role=status], [role=alert], [aria-live]:not([aria-live=off])')).toHaveLength(1)
})
