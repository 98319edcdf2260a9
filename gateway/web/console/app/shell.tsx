import { useEffect, useRef } from 'preact/hooks'
import { Redirect, Route, Switch } from 'wouter-preact'
import { useLive } from '../api/live'
import { forgetOldDrafts } from '../conversation/drafts'
import { useAnnounce } from '../parts/announcer/announcer'
import { useNow } from '../parts/hooks'
import { People } from '../people/people'
import { useSession } from '../session/session'
import { useTexts } from '../texts/texts'
import { when } from '../texts/times'
import { Desk } from './desk'
import { Rail } from './rail'

/** The frame around every screen: rail, word about a lost connection, the screen itself. */
export function Shell() {
  const texts = useTexts()
  const { clerk, office } = useSession()
  useEffect(() => forgetOldDrafts(Date.now()), [])
  return (
    <div class="shell">
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {texts.skip}
      </button>
      <Rail />
      <main class="main" id="main" tabIndex={-1}>
        <h1 class="unseen">{texts.consoleOf(office.name)}</h1>
        <Connection />
        <Switch>
          <Route path="/fronta">
            <Desk />
          </Route>
          <Route path="/konverzace/:id">{({ id }) => <Desk open={id} />}</Route>
          {clerk.role === 'admin' ? (
            <Route path="/lide">
              <People />
            </Route>
          ) : null}
          <Route path="/">
            <Redirect to="/fronta" replace />
          </Route>
          <Route>
            <p class="conversation-word">{texts.notFound}</p>
          </Route>
        </Switch>
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
