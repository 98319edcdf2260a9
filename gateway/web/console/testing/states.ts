import type { Page } from 'playwright-core'
import type { AuditEntry } from '../api/contract'
import { aidsStates } from './aids-states'
import { directoryStates } from './directory-states'
import { filesStates } from './files-states'
import { translationStates } from './translation-states'
import { handingStates } from './handing-states'
import { unfold } from './unfold'
import type { MockGateway } from './mock-gateway'
import { PASSWORD, talk } from './office'

/** One state of the console: how the office stands and what the clerk did to get there. */
export interface ConsoleState {
  readonly name: string
  readonly at: string
  /** Who is signed in; Jana unless said otherwise. */
  readonly clerk?: string | null
  readonly office?: (gateway: MockGateway) => void
  readonly reach?: (page: Page, gateway: MockGateway) => Promise<unknown>
}

const signIn = async (page: Page, password: string) => {
  await page.getByLabel('Přihlašovací jméno').fill('jana')
  await page.getByLabel('Heslo', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Přihlásit se' }).click()
}
const queueLoaded = (page: Page) => page.locator('.queue-row').first().waitFor()
const loaded = (page: Page) => page.locator('[data-conversation][data-state] [role=log]').waitFor()
const enrol = async (page: Page) => {
  await page.getByRole('button', { name: 'Zapnout' }).click()
  await page.getByLabel('Vaše heslo').fill(PASSWORD)
  await page.getByRole('button', { name: 'Pokračovat' }).click()
  await page.getByRole('img', { name: 'QR kód' }).waitFor()
}
const entry = (more: Partial<AuditEntry>): AuditEntry => ({
  id: `${more.deed}`,
  at: '2026-11-28T08:15:00Z',
  actor: 'clerk',
  name: 'Bohumil Nepomuk Dlouhoveský-Novotný',
  deed: 'opened',
  subject: '',
  subjectId: '',
  subjectName: '',
  network: '',
  ...more,
})
const reply = (page: Page) => page.getByLabel('Odpověď občanovi')

const SPISOVKA = {
  id: 'h1',
  name: 'Spisová služba',
  url: 'https://spisovka.example/okenko',
  events: ['conversation.closed', 'conversation.rated'],
  state: 'on',
  created: '2026-11-01T08:00:00Z',
} as const
/** On narrow screens the panel of the citizen is folded. */
const openPanel = async (page: Page) => {
  const fold = page.getByText('Občan a předchozí konverzace')
  const notes = page.getByRole('heading', { name: 'Poznámky o občanovi' })
  await fold.or(notes).first().waitFor()
  if (await fold.isVisible()) await fold.click()
  await notes.waitFor()
}

export const states: readonly ConsoleState[] = [
  { name: 'sign-in', at: '/', clerk: null, reach: (page) => page.getByLabel('Heslo', { exact: true }).waitFor() },
  {
    name: 'sign-in-empty',
    at: '/',
    clerk: null,
    reach: async (page) => {
      await page.getByRole('button', { name: 'Přihlásit se' }).click()
      await page.getByText('Vyplňte přihlašovací jméno.').waitFor()
    },
  },
  {
    name: 'sign-in-wrong',
    at: '/',
    clerk: null,
    reach: async (page) => {
      await signIn(page, 'spatne')
      await page.getByText('Jméno nebo heslo nesouhlasí.').waitFor()
    },
  },
  {
    name: 'sign-in-locked',
    at: '/',
    clerk: null,
    reach: async (page) => {
      for (let attempt = 0; attempt < 6; attempt++) {
        await signIn(page, `spatne ${attempt}`)
        await page.getByRole('button', { name: 'Přihlásit se' }).waitFor()
      }
      await page.getByText('přihlášení zamčené').waitFor()
    },
  },
  {
    name: 'office-unreachable',
    at: '/',
    office: (gateway) => gateway.refusals.set('session', 503),
    reach: (page) => page.getByRole('button', { name: 'Zkusit znovu' }).waitFor(),
  },
  { name: 'queue', at: '/#/fronta', reach: queueLoaded },
  {
    name: 'queue-empty',
    at: '/#/fronta',
    office: (gateway) => gateway.talks.splice(0),
    reach: (page) => page.getByText('Nikdo nečeká.').waitFor(),
  },
  {
    name: 'queue-error',
    at: '/#/fronta',
    office: (gateway) => gateway.refusals.set('queue', 500),
    reach: (page) => page.getByText('Frontu se nepodařilo načíst.').waitFor(),
  },
  {
    name: 'queue-lost',
    at: '/#/fronta',
    reach: async (page, gateway) => {
      await queueLoaded(page)
      gateway.down = true
      gateway.hangUp()
      await page.getByText('Spojení vypadlo.').first().waitFor()
    },
  },
  {
    name: 'queue-fresh',
    at: '/#/fronta',
    reach: async (page, gateway) => {
      await queueLoaded(page)
      await page.locator('.queue-link').first().focus()
      gateway.arrives('k20', 'dobrý den, přišla mi pokuta za psa')
      gateway.arrives('k21', 'kdy máte otevřeno na matrice')
      gateway.takenBy('c2', 'k2')
      await page.getByRole('button', { name: 'Nové: 2 – zobrazit' }).waitFor()
    },
  },
  {
    name: 'queue-overdue',
    at: '/#/fronta',
    office: (gateway) => {
      const since = new Date(Date.now() - 3 * 3_600_000).toISOString()
      const promisedBy = new Date(Date.now() - 3_600_000).toISOString()
      const preview = 'dobrý den, ještě se mi nikdo neozval'
      gateway.talks.push(talk('k19', 'waiting', since, { preview, overdue: true, unread: true, promisedBy }))
    },
    reach: async (page) => {
      await page.getByRole('tab', { name: 'Po termínu' }).click()
      await page.getByText('po termínu, čeká').waitFor()
    },
  },
  {
    name: 'queue-filters',
    at: '/#/fronta',
    office: (gateway) =>
      gateway.sorting.views('PUT', { view: 'waiting', agenda: '', channel: '', language: 'uk', unread: false, overdue: false, name: 'Ukrajinsky' }),
    reach: async (page) => {
      await page.getByText('Filtry a pohledy').click()
      await page.getByLabel('Uložené pohledy').selectOption('Ukrajinsky')
      await page.getByRole('button', { name: 'Smazat pohled Ukrajinsky' }).waitFor()
    },
  },
  {
    name: 'queue-search',
    at: '/#/fronta',
    reach: async (page) => {
      await page.getByLabel('Hledat ve zprávách').fill('můžu')
      await page.getByLabel('Hledat ve zprávách').press('Enter')
      await page.locator('mark').first().waitFor()
    },
  },
  {
    name: 'queue-search-nothing',
    at: '/#/fronta',
    reach: async (page) => {
      await page.getByLabel('Hledat ve zprávách').fill('žirafa')
      await page.getByLabel('Hledat ve zprávách').press('Enter')
      await page.getByText('Nic jsme nenašli').waitFor()
    },
  },
  {
    name: 'queue-selected',
    at: '/#/fronta',
    reach: async (page) => {
      await queueLoaded(page)
      await page.getByLabel(/^Vybrat: Občan z webu, potřebuju/).check()
      await page.getByLabel(/^Vybrat: Громадянин/).check()
      await page.getByText('Vybráno: 2').waitFor()
    },
  },
  {
    name: 'queue-bulk-refused',
    at: '/#/fronta',
    reach: async (page, gateway) => {
      await queueLoaded(page)
      await page.getByLabel(/^Vybrat: Občan z webu, potřebuju/).check()
      await page.getByLabel(/^Vybrat: Громадянин/).check()
      gateway.takenBy('c2', 'k2', true)
      await page.getByRole('button', { name: 'Uzavřít' }).click()
      await page.getByRole('button', { name: 'Uzavřít konverzaci' }).click()
      await page.locator('.bulk').getByText('Nešlo to').waitFor()
    },
  },
  {
    name: 'queue-snoozed',
    at: '/#/fronta',
    office: (gateway) => {
      const until = new Date(Date.now() + 86_400_000).toISOString()
      const k4 = gateway.talks.find((each) => each.item.conversation === 'k4')!
      k4.item = { ...k4.item, snoozedUntil: until }
    },
    reach: async (page) => {
      await page.getByRole('tab', { name: 'Odložené' }).click()
      await page.getByText('odloženo do').waitFor()
    },
  },
  {
    name: 'snooze-asked',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await unfold(page)
      await page.getByRole('button', { name: 'Odložit' }).click()
      await page.getByLabel(/^Jiný čas/).check()
      await page.getByLabel('Datum a čas').fill('2020-01-01T08:00')
      await page.getByRole('dialog').getByRole('button', { name: 'Odložit' }).click()
      await page.getByText('Vyberte čas, který teprve přijde.').waitFor()
    },
  },
  {
    name: 'close-in-base',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await unfold(page)
      await page.getByRole('button', { name: 'Uzavřít' }).click()
      await page.getByRole('radio', { name: 'Ano' }).check()
      await page.getByLabel('Který článek').fill('ztráta')
    },
  },
  {
    name: 'queue-all',
    at: '/#/fronta',
    office: (gateway) => {
      for (let number = 30; number < 60; number++) {
        const since = new Date(Date.now() - (number - 29) * 3_600_000).toISOString()
        gateway.talks.push(talk(`k${number}`, 'closed', since, { preview: `vyřízený dotaz ${number}` }))
      }
    },
    reach: async (page) => {
      await page.getByRole('tab', { name: 'Všechny' }).click()
      await page.getByRole('button', { name: 'Další konverzace' }).waitFor()
    },
  },
  { name: 'waiting', at: '/#/konverzace/k1', reach: loaded },
  { name: 'emergency', at: '/#/konverzace/k3', reach: loaded },
  { name: 'submission', at: '/#/konverzace/k2', reach: loaded },
  {
    name: 'claim-lost',
    at: '/#/konverzace/k1',
    reach: async (page, gateway) => {
      await loaded(page)
      gateway.takenBy('c2', 'k1', true)
      await page.getByRole('button', { name: 'Převzít' }).click()
      await page.getByText('převzal někdo jiný: Petr Malý').first().waitFor()
      await page.locator('[data-state=with-clerk]').first().waitFor()
    },
  },
  {
    name: 'citizen',
    at: '/#/konverzace/k4',
    office: (gateway) => {
      const at = '2026-11-01T08:00:00Z'
      const law = 'zákon č. 500/2004 Sb., § 175 odst. 5'
      const earlier = [{ version: 1, text: 'Volat až odpoledne.', name: 'Jana Nová', at }]
      gateway.person.notes = [{ id: 'n1', author: 'c1', version: 2, text: 'Volat až po šestnácté hodině.', name: 'Jana Nová', at, earlier }]
      gateway.person.consents = [
        { id: 's1', purpose: 'contact', message: 'm4', given: at },
        { id: 's2', purpose: 'answer-by-mail', given: at, withdrawn: at },
      ]
      gateway.person.clocks = [
        { conversation: 'k4', submission: 'complaint', submittedAt: at, until: '2026-12-31', daysLeft: 3, law },
        { conversation: 'k9', submission: 'information', submittedAt: at, until: '2026-11-16', daysLeft: -7, law },
      ]
    },
    reach: async (page) => {
      await loaded(page)
      await openPanel(page)
      await page.getByText('1 dřívější znění').click()
    },
  },
  {
    name: 'erase-why',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await openPanel(page)
      await page.getByRole('button', { name: 'Vymazat občana' }).click()
      await page.getByRole('button', { name: 'Pokračovat' }).click()
      await page.getByText('Vyberte důvod výmazu.').waitFor()
    },
  },
  {
    name: 'erase-sure',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await openPanel(page)
      await page.getByRole('button', { name: 'Vymazat občana' }).click()
      await page.getByLabel('Proč se údaje mažou').selectOption('request')
      await page.getByRole('button', { name: 'Pokračovat' }).click()
      await page.getByRole('button', { name: 'Vymazat navždy' }).click()
      await page.getByText('Potvrďte, že víte').waitFor()
    },
  },
  {
    name: 'erase-held',
    at: '/#/konverzace/k4',
    office: (gateway) => {
      gateway.person.held = { conversation: 'k4', submission: 'complaint', until: '2027-01-22', law: 'zákon č. 500/2004 Sb., § 175 odst. 5' }
    },
    reach: async (page) => {
      await loaded(page)
      await openPanel(page)
      await page.getByRole('button', { name: 'Vymazat občana' }).click()
      await page.getByText('Vymazat teď nejde').waitFor()
    },
  },
  {
    name: 'mine',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await reply(page).fill('Dobrý den, za maminku žádost podat nejde, ale přijedeme za ní s mobilní stanicí.')
    },
  },
  {
    name: 'mine-menu',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await unfold(page)
    },
  },
  {
    name: 'note',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await page.getByRole('tab', { name: 'Poznámka' }).click()
    },
  },
  {
    name: 'reply-too-long',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await reply(page).fill('Vysvětlení. '.repeat(340))
    },
  },
  {
    name: 'reply-failed',
    at: '/#/konverzace/k4',
    reach: async (page, gateway) => {
      await loaded(page)
      gateway.refusals.set('reply', 500)
      await reply(page).fill('Přijedeme v úterý v deset.')
      await page.keyboard.press('Control+Enter')
      await page.getByText('Neodesláno').first().waitFor()
    },
  },
  {
    name: 'expired',
    at: '/#/konverzace/k4',
    reach: async (page, gateway) => {
      await loaded(page)
      await reply(page).fill('Přijedeme v úterý v deset.')
      gateway.signedIn = undefined
      await page.keyboard.press('Control+Enter')
      await page.getByRole('dialog', { name: 'Přihlaste se znovu' }).waitFor()
    },
  },
  {
    name: 'close-asked',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await reply(page).fill('Rozepsáno')
      await unfold(page)
      await page.getByRole('button', { name: 'Uzavřít' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'colleague-reads',
    at: '/#/konverzace/k4',
    office: (gateway) => gateway.lookedAtBy([{ name: 'Petr Malý', writing: false }], 'k4'),
    reach: async (page) => {
      await loaded(page)
      await page.getByText('Petr Malý právě čte').waitFor()
    },
  },
  {
    name: 'colleague-writes',
    at: '/#/konverzace/k1',
    reach: async (page, gateway) => {
      await loaded(page)
      gateway.lookedAtBy(
        ['Anna Krátká', 'Bohumil Nepomuk Dlouhoveský-Novotný', 'Cyril Malý', 'Dana Nová', 'Eva Dvořáková'].map((name) => ({
          name,
          writing: name.startsWith('B'),
        })),
        'k1',
      )
      await page.locator('.onlookers').getByText('Bohumil Nepomuk Dlouhoveský-Novotný právě píše').waitFor()
    },
  },
  {
    name: 'draft-kept',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await reply(page).fill('Dobrý den, přijedeme za ní v úterý v deset.')
      await page.locator('.editor-kept[data-kept=true]').waitFor()
    },
  },
  {
    name: 'draft-elsewhere',
    at: '/#/konverzace/k4',
    reach: async (page, gateway) => {
      await loaded(page)
      await reply(page).fill('Dobrý den, za maminku žádost podat nejde.')
      await page.locator('.editor-kept[data-kept=true]').waitFor()
      gateway.draftedElsewhere('c1', 'k4', 'Dobrý den, přijedeme za ní s mobilní stanicí, stačí vědět, na kterém oddělení leží.')
      gateway.says('k4', 'Jste tam?')
      await page.getByRole('button', { name: 'Vložit rozepsané z jiného zařízení' }).waitFor()
    },
  },
  {
    name: 'transfer-asked',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await unfold(page)
      await page.getByRole('button', { name: 'Předat dál' }).click()
      await page.getByLabel('Vzkaz kolegům').fill('Občan čeká na rodný list z Londýna.')
      await page.getByRole('button', { name: 'Předat', exact: true }).click()
      await page.getByText('Vyberte, které agendě').waitFor()
    },
  },
  {
    name: 'returned',
    at: '/#/konverzace/k4',
    reach: async (page, gateway) => {
      await loaded(page)
      await reply(page).fill('Tohle jsem nestihla odeslat.')
      gateway.goesBack('k4')
      await page.locator('.claim').getByText('vrátila do fronty').waitFor()
    },
  },
  {
    name: 'read-only',
    at: '/#/konverzace/k4',
    reach: async (page, gateway) => {
      await loaded(page)
      await reply(page).fill('Tohle jsem nestihla odeslat.')
      gateway.takenBy('c2', 'k4')
      await page.getByText('Konverzaci vede Petr Malý.').waitFor()
    },
  },
  { name: 'with-bot', at: '/#/konverzace/k6', reach: loaded },
  { name: 'closed', at: '/#/konverzace/k7', reach: loaded },
  {
    name: 'conversation-missing',
    at: '/#/konverzace/nic',
    reach: (page) => page.getByText('Tahle konverzace neexistuje').waitFor(),
  },
  { name: 'people', at: '/#/lide', reach: (page) => page.getByRole('table').waitFor() },
  {
    name: 'people-add',
    at: '/#/lide',
    reach: async (page) => {
      await page.getByRole('table').waitFor()
      await page.getByRole('button', { name: 'Přidat člověka' }).click()
      await page.getByRole('button', { name: 'Přidat', exact: true }).click()
      await page.getByText('Vyplňte jméno a příjmení.').waitFor()
    },
  },
  {
    name: 'people-password',
    at: '/#/lide',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Nastavit heslo: Petr Malý' }).click()
      await page.getByLabel('Heslo', { exact: true }).fill('krátké')
      await page.getByRole('dialog').getByRole('button', { name: 'Nastavit heslo' }).click()
      await page.getByText('Heslo musí mít aspoň 12 znaků.').waitFor()
    },
  },
  {
    name: 'people-change',
    at: '/#/lide',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Upravit: Petr Malý' }).click()
      await page.getByLabel('Role').selectOption('supervisor')
      await page.getByRole('button', { name: 'Uložit' }).click()
      await page.getByText('Vaše heslo nesouhlasí.').waitFor()
    },
  },
  {
    name: 'people-reset-factor',
    at: '/#/lide',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Zrušit druhý faktor: Jana Nová' }).click()
      await page.getByLabel('Vaše heslo').waitFor()
    },
  },
  {
    name: 'sign-in-outside',
    at: '/?sign-in=refused',
    clerk: null,
    office: (gateway) => {
      gateway.outside = 'Účet úřadu'
    },
    reach: (page) => page.getByText('S tímto účtem do konzole nesmíte.').waitFor(),
  },
  {
    name: 'sign-in-code',
    at: '/',
    clerk: null,
    office: (gateway) => gateway.account.factors.add('c1'),
    reach: async (page) => {
      await signIn(page, PASSWORD)
      await page.getByLabel('Kód z telefonu').fill('000000')
      await page.getByRole('button', { name: 'Přihlásit se' }).click()
      await page.getByText('Kód nesouhlasí').waitFor()
    },
  },
  { name: 'own-account', at: '/#/ucet', reach: (page) => page.getByText('Vypnuto.').waitFor() },
  {
    name: 'own-account-owed',
    at: '/#/fronta',
    office: (gateway) => gateway.account.required.add('admin'),
    reach: (page) => page.getByText('Vaše role vyžaduje druhý faktor.').waitFor(),
  },
  {
    name: 'own-account-picture',
    at: '/#/ucet',
    reach: async (page) => {
      await enrol(page)
      await page.getByRole('button', { name: 'Ověřit a zapnout' }).click()
      await page.getByText('Vyplňte kód.').waitFor()
    },
  },
  {
    name: 'own-account-recovery',
    at: '/#/ucet',
    reach: async (page) => {
      await enrol(page)
      await page.getByLabel('Kód z telefonu').fill('123456')
      await page.getByRole('button', { name: 'Ověřit a zapnout' }).click()
      await page.getByRole('button', { name: 'Kódy mám uložené' }).waitFor()
    },
  },
  {
    name: 'own-account-wrong',
    at: '/#/ucet',
    reach: async (page) => {
      await page.getByLabel('Dosavadní heslo').fill('něco jiného')
      await page.getByLabel('Nové heslo').fill('dlouhé nové heslo')
      await page.getByRole('button', { name: 'Změnit heslo' }).click()
      await page.getByText('Vaše heslo nesouhlasí.').waitFor()
    },
  },
  {
    name: 'gaps',
    at: '/#/chybi',
    office: (gateway) => {
      gateway.sorting.gaps = [
        { conversation: '31', agenda: 'poplatky', agendaName: 'Místní poplatky', reason: 'answered', closedAt: '2026-11-27T10:00:00Z', asked: 'musím platit poplatek za psa, když je to asistenční pes po babičce a bydlíme každý jinde' },
        { conversation: '30', agenda: 'doklady', agendaName: 'Osobní doklady', reason: 'passed-on', closedAt: '2026-11-26T10:00:00Z', asked: 'nejdelsislovokteresenikdenezalamujeprotozenemamezeryanispojovnikapokracujepresceluobrazovku' },
      ]
    },
    reach: (page) => page.getByRole('link', { name: /^Otevřít konverzaci/ }).first().waitFor(),
  },
  { name: 'gaps-empty', at: '/#/chybi', reach: (page) => page.getByText('Zatím nikdo neoznačil').waitFor() },
  {
    name: 'audit',
    at: '/#/zaznamy',
    office: (gateway) => {
      gateway.account.audit = [
        entry({ deed: 'opened', subject: 'conversation', subjectId: '891238809600008' }),
        entry({ deed: 'changed-role', subject: 'clerk', subjectId: 'c2', subjectName: 'Petr Malý' }),
        entry({ deed: 'sign-in-refused', actor: 'nobody', name: '', network: '2001:db8:1:0:0:0:0:0/48' }),
        entry({ deed: 'noted', actor: 'integration', name: 'Spisová služba', subject: 'conversation', subjectId: '7' }),
      ]
    },
    reach: (page) => page.getByRole('table').waitFor(),
  },
  { name: 'audit-empty', at: '/#/zaznamy', reach: (page) => page.getByText('Nic takového tu není.').waitFor() },
  { name: 'audit-forbidden', at: '/#/zaznamy', clerk: 'c2', reach: (page) => page.getByText('Tady nic není.').waitFor() },
  { name: 'integrations-empty', at: '/#/napojeni', reach: (page) => page.getByText('Zatím tu žádné není.').waitFor() },
  {
    name: 'integrations-token',
    at: '/#/napojeni',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Přidat napojení' }).click()
      await page.getByLabel('Název').fill('Spisová služba')
      await page.getByRole('dialog').getByRole('button', { name: 'Přidat napojení' }).click()
      await page.getByRole('button', { name: 'Klíč mám uložený' }).waitFor()
    },
  },
  {
    name: 'integrations',
    at: '/#/napojeni',
    office: (gateway) => {
      const one = { id: 'i1', name: 'Spisová služba', rights: ['see-conversations', 'read-audit'], created: '2026-11-01T08:00:00Z', expires: '2027-11-01T08:00:00Z', lastUsed: '2026-11-27', revoked: false } as const
      gateway.account.integrations = [one, { ...one, id: 'i2', name: 'Starý program', revoked: true }]
    },
    reach: (page) => page.getByRole('button', { name: 'Zrušit klíč: Spisová služba' }).waitFor(),
  },
  { name: 'hooks-empty', at: '/#/napojeni/hlaseni', reach: (page) => page.getByText('Zatím se nikam nic nehlásí.').waitFor() },
  {
    name: 'hooks',
    at: '/#/napojeni/hlaseni',
    office: (gateway) => {
      gateway.hooks.hooks = [
        SPISOVKA,
        { ...SPISOVKA, id: 'h2', name: 'Intranet', state: 'gone', events: ['conversation.waiting', 'conversation.overdue'] },
        { ...SPISOVKA, id: 'h3', name: 'Měsíční přehled', state: 'off', oldSecretUntil: '2026-11-29T08:00:00Z' },
      ]
    },
    reach: (page) => page.getByRole('button', { name: 'Vyzkoušet: Spisová služba' }).waitFor(),
  },
  {
    name: 'hooks-form',
    at: '/#/napojeni/hlaseni',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Přidat odběratele' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Název').fill('Spisová služba')
      await dialog.getByLabel('Adresa').fill('https://10.0.0.7/okenko')
      await dialog.getByLabel('konverzace skončila').check()
      await dialog.getByRole('button', { name: 'Přidat odběratele' }).click()
      await dialog.getByText('Adresa vede do vnitřní sítě úřadu.').waitFor()
    },
  },
  {
    name: 'hooks-secret',
    at: '/#/napojeni/hlaseni',
    office: (gateway) => {
      gateway.hooks.hooks = [SPISOVKA]
    },
    reach: async (page) => {
      await page.getByRole('button', { name: 'Nový klíč: Spisová služba' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Nový klíč' }).click()
      await page.getByRole('button', { name: 'Klíč mám uložený' }).waitFor()
    },
  },
  {
    name: 'hooks-told',
    at: '/#/napojeni/hlaseni',
    office: (gateway) => {
      gateway.hooks.hooks = [SPISOVKA]
      const one = { id: 'd1', event: 'conversation.closed', at: '2026-11-27T08:00:00Z', state: 'taken', attempts: 1, status: 204 } as const
      gateway.hooks.dispatches = [
        { ...one, id: 'd4', event: 'conversation.waiting', state: 'waiting', attempts: 3, due: '2026-11-28T11:30:00Z', trouble: 'unreachable', status: 0 },
        { ...one, id: 'd3', event: 'test' },
        { ...one, id: 'd2', state: 'failed', attempts: 10, trouble: 'status', status: 500 },
        one,
      ]
    },
    reach: async (page) => {
      await page.getByRole('button', { name: 'Co se poslalo: Spisová služba' }).click()
      await page.getByRole('button', { name: /^Poslat znovu/ }).waitFor()
    },
  },
  { name: 'hooks-forbidden', at: '/#/napojeni/hlaseni', clerk: 'c2', reach: (page) => page.getByText('Tady nic není.').waitFor() },
  { name: 'people-forbidden', at: '/#/lide', clerk: 'c2', reach: (page) => page.getByText('Tady nic není.').waitFor() },
  {
    name: 'account',
    at: '/#/fronta',
    reach: async (page) => {
      await queueLoaded(page)
      await page.getByRole('button', { name: 'Můj účet: Jana Nová' }).click()
    },
  },
  {
    name: 'english',
    at: '/#/konverzace/k4',
    reach: async (page) => {
      await loaded(page)
      await page.getByRole('button', { name: 'Můj účet: Jana Nová' }).click()
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('tab', { name: 'Reply' }).waitFor()
    },
  },
  {
    name: 'signed-out',
    at: '/#/fronta',
    clerk: null,
    reach: async (page) => {
      await signIn(page, PASSWORD)
      await page.getByRole('button', { name: 'Můj účet: Jana Nová' }).click()
      await page.getByRole('button', { name: 'Odhlásit se' }).click()
      await page.getByText('Jste odhlášeni.').waitFor()
    },
  },
  ...aidsStates,
  ...filesStates,
  ...translationStates,
  ...directoryStates,
  ...handingStates,
]
