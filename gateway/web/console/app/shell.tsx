import { useEffect, useRef } from 'preact/hooks'
import { Redirect, Route, Switch } from 'wouter-preact'
import type { Right } from '../api/contract'
import { useLive } from '../api/live'
import { Canned } from '../canned/canned'
import { DraftPostingProvider } from '../conversation/draft-posting'
import { forgetOldDrafts } from '../conversation/drafts'
import { Attention } from '../keyboard/attention'
import { Keyboard } from '../keyboard/keyboard'
import { PreferencesProvider } from '../keyboard/preferences'
import { OfferNotice } from '../offers/offer-notice'
import { useAnnounce } from '../parts/announcer/announcer'
import { useNow } from '../parts/hooks'
import { Later } from '../parts/later/later'
import { PresenceProvider } from '../presence/presence'
import { useSession } from '../session/session'
import { useTexts } from '../texts/texts'
import { when } from '../texts/times'
import { Desk } from './desk'
import { Rail } from './rail'

/** All that a signed-in clerk has: word to the gateway that they are here, their drafts, the screens. */
export function Shell() {
  useEffect(() => forgetOldDrafts(Date.now()), [])
  return (
    <PresenceProvider>
      <DraftPostingProvider>
        <PreferencesProvider>
          <Frame />
          <Attention />
          <Keyboard />
        </PreferencesProvider>
      </DraftPostingProvider>
    </PresenceProvider>
  )
}

const NOTHING = {}

// What a clerk opens rarely is fetched when it is opened.
const directoryPage = async () => (await import('../directory/directory-page')).DirectoryPage
const accountPage = async () => (await import('../account/own-account')).OwnAccount
const peoplePage = async () => (await import('../people/people')).People
const blocksPage = async () => (await import('../blocks/blocks-page')).BlocksPage
const auditPage = async () => (await import('../audit/audit')).Audit
const gapsPage = async () => (await import('../gaps/gaps')).Gaps
const integrationsPage = async () => (await import('../integrations/integrations')).Integrations
const hooksPage = async () => (await import('../hooks/hooks')).Hooks

/** The frame around every screen: rail, word about a lost connection, the screen itself. */
function Frame() {
  const texts = useTexts()
  const { office, rights, secondFactor } = useSession()
  const may = (right: Right) => rights.includes(right)
  return (
    <div class="shell">
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {texts.skip}
      </button>
      <Rail />
      <main class="main" id="main" tabIndex={-1}>
        <h1 class="unseen">{texts.consoleOf(office.name)}</h1>
        <Connection />
        <OfferNotice />
        {secondFactor === 'owed' ? <Later load={accountPage} /> : (
        <Switch>
          <Route path="/fronta">
            <Desk />
          </Route>
          <Route path="/konverzace/:id">{({ id }) => <Desk open={id} />}</Route>
          <Route path="/urad">
            <Later load={directoryPage} given={NOTHING} />
          </Route>
          <Route path="/ucet">
            <Later load={accountPage} />
          </Route>
          {may('manage-people') ? (
            <Route path="/lide">
              <Later load={peoplePage} given={NOTHING} />
            </Route>
          ) : null}
          <Route path="/texty">
            <Canned />
          </Route>
          {may('keep-articles') ? (
            <Route path="/chybi">
              <Later load={gapsPage} given={NOTHING} />
            </Route>
          ) : null}
          {may('keep-blocks') ? (
            <Route path="/blokovani">
              <Later load={blocksPage} given={NOTHING} />
            </Route>
          ) : null}
          {may('read-audit') ? (
            <Route path="/zaznamy">
              <Later load={auditPage} given={NOTHING} />
            </Route>
          ) : null}
          {may('manage-integrations') ? (
            <Route path="/napojeni">
              <Later load={integrationsPage} given={NOTHING} />
            </Route>
          ) : null}
          {may('manage-integrations') ? (
            <Route path="/napojeni/hlaseni">
              <Later load={hooksPage} given={NOTHING} />
            </Route>
          ) : null}
          <Route path="/">
            <Redirect to="/fronta" replace />
          </Route>
          <Route>
            <p class="conversation-word">{texts.notFound}</p>
          </Route>
        </Switch>
        )}
      </main>
    </div>
  )
}

/** Says when the screen no longer follows the office, and since when. */
function Connection() {
  const texts = useTexts()
  const live = useLive()
  const now = useNow()
  const announce = useAnnounce()
  const before = useRef(live.kind)
  useEffect(() => {
    if (before.current === live.kind) return
    before.current = live.kind
    announce(live.kind === 'off' ? texts.live.lost : texts.live.back)
  }, [live.kind, announce, texts])
  if (live.kind === 'on') return null
  const time = when(new Date(live.lostAt).toISOString(), now, texts)
  return (
    <p class="connection">
      {texts.live.lost} <strong>{texts.live.stale(time)}</strong>
    </p>
  )
}
