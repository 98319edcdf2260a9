import { beforeEach, expect, test } from 'vitest'
import { MockGateway } from '../testing/mock-gateway'
import { line, talk } from '../testing/office'
import { control, drawn, fill, openConsole, press, reads, readsNoMore, text, until } from '../testing/open-console'

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
  await reads('Nikdo nečeká déle, než jste slíbili.')
  document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
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

const choose = (label: string, value: string) =>
  control<HTMLSelectElement>('select', label).then((select) => {
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })

const tick = async (label: string | RegExp) => (await control<HTMLInputElement>('input[type=checkbox]', label)).click()

test.each(['Nepřevzaté', 'Moje', 'Čeká občan', 'Odložené', 'Všechny', 'Po termínu'])(
  'the order of %s never changes under the hand',
  async (view) => {
    const state = view === 'Nepřevzaté' || view === 'Po termínu' ? 'waiting' : 'with-clerk'
    const more = {
      overdue: true,
      ...(state === 'with-clerk' && { clerk: { id: 'c1', name: 'Jana Nová' } }),
      ...(view === 'Odložené' && { snoozedUntil: '2030-01-01T08:00:00Z' }),
    }
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
    const add = (id: string, minutes: number) =>
      gateway.talks.push(
        talk(id, state, at(minutes), { ...more, preview: `dotaz ${id}`, lines: [line(1, 'clerk', `dotaz ${id}`, at(minutes))] }),
      )
    gateway.talks.splice(0)
    add('k31', 30)
    add('k32', 20)
    openConsole(gateway)
    await listening()
    const tab = await control('[role=tab]', new RegExp(`^${view}`))
    tab.click()
    await until(() => expect(tab.getAttribute('aria-selected')).toBe('true'))
    await until(() => expect(order()).toEqual(['k31', 'k32']))

    document.querySelector<HTMLElement>('.queue-link')!.focus()
    add('k30', 50)
    gateway.talks.splice(0, 1)
    gateway.says('k32', 'ještě něco')
    await reads('Nové: 1 – zobrazit')
    expect(order()).toEqual(['k31', 'k32'])

    await press('Nové: 1 – zobrazit')
    await until(() => expect(order()).toEqual(view === 'Čeká občan' ? ['k30'] : ['k30', 'k32']))
  },
)

test('filters narrow the list and are kept as a view of the clerk', async () => {
  await openQueue()
  await choose('Jazyk', 'uk')
  await until(() => expect(order()).toEqual(['k2']))
  await fill('Název pohledu', 'Ukrajinsky')
  await press('Uložit pohled')
  await reads('Smazat pohled Ukrajinsky')
  await press('Zrušit filtry')
  await until(() => expect(order()).toEqual(['k1', 'k2', 'k3']))

  await choose('Uložené pohledy', 'Ukrajinsky')
  await until(() => expect(order()).toEqual(['k2']))
  await press('Smazat pohled Ukrajinsky')
  await until(() => expect(gateway.sorting.kept).toEqual([]))
})

test('who waits longer than was promised is told in words, and those who supervise hear of it', async () => {
  const k1 = gateway.talks[0]!
  k1.item = { ...k1.item, overdue: true, promisedBy: new Date(Date.now() - 60_000).toISOString() }
  await openQueue()

  expect(text()).toContain('po termínu, čeká 25 min')
  expect(text()).toContain('slíbeno do')
  gateway.exceeds('k1')
  await until(() => expect(document.querySelector('[role=status]')?.textContent).toContain('Někdo čeká déle, než jste slíbili.'))
})

test('what a clerk has not read says so until they open it', async () => {
  const k1 = gateway.talks[0]!
  k1.item = { ...k1.item, unread: true }
  await openQueue()
  expect(document.querySelector('[data-conversation=k1]')?.textContent).toContain('nové')

  document.querySelector<HTMLElement>('[data-conversation=k1] .queue-link')!.click()
  await until(() => expect(document.querySelector<HTMLElement>('.queue [data-conversation=k1]')?.dataset['unread']).toBe('false'))
})

test('selected conversations are closed at once, and what could not be is told for each', async () => {
  await openQueue()
  await tick(/^Vybrat: Občan z webu, potřebuju/)
  await tick(/^Vybrat: Громадянин/)
  await reads('Vybráno: 2')
  gateway.takenBy('c2', 'k2', true)
  await press('Uzavřít')
  await reads('Uzavřít vybrané konverzace (2)?')
  ;(await control('input[type=radio]', /^Nevyžádaná/)).click()
  await press('Uzavřít konverzaci')

  await reads('Hotovo: 1. Nešlo to: Громадянин з вебчату (vede ji někdo jiný).')
  expect(gateway.talks[0]!.item.state).toBe('closed')
  await press('Rozumím')
  await until(() => expect(document.querySelector('.bulk')).toBeNull())
})

test('selected conversations are handed on', async () => {
  await openQueue()
  await tick(/^Vybrat: Občan z webu, potřebuju/)
  await press('Předat')
  const select = document.querySelector<HTMLSelectElement>('#bulk-agenda')!
  await until(() => expect(select.options.length).toBe(4))
  select.value = 'poplatky'
  select.dispatchEvent(new Event('change', { bubbles: true }))
  await drawn()
  document.querySelector<HTMLButtonElement>('dialog button[type=submit]')!.click()

  await until(() => expect(gateway.talks[0]!.item.agenda).toBe('poplatky'))
})

test('a search shows messages with what was found marked, and the queue again after it', async () => {
  await openQueue()
  const field = await fill('Hledat ve zprávách', 'člověka')
  field.form!.requestSubmit()

  await until(() => expect(document.querySelector('mark')?.textContent).toBe('člověka'))
  expect(document.querySelector('.search-text')?.textContent).toBe('potřebuju člověka, je to složitější')
  await press('Zpět na frontu')
  await until(() => expect(order()).toEqual(['k1', 'k2', 'k3']))
})
