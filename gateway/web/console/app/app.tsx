import { Router } from 'wouter-preact'
import { useHashLocation } from 'wouter-preact/use-hash-location'
import { LiveProvider } from '../api/live'
import { inWords } from '../api/faults'
import { AnnouncerProvider } from '../parts/announcer/announcer'
import { Fault } from '../parts/fault/fault'
import { SessionProvider, useDoor } from '../session/session'
import { SignInAgain } from '../session/sign-in-again'
import { SignInPage } from '../session/sign-in-page'
import { TextsProvider, useTexts } from '../texts/texts'
import { Shell } from './shell'

/** The console: who may enter, and what they see inside. */
export function App() {
  return (
    <TextsProvider>
      <AnnouncerProvider>
        <SessionProvider>
          <Entrance />
        </SessionProvider>
      </AnnouncerProvider>
    </TextsProvider>
  )
}

function Entrance() {
  const texts = useTexts()
  const { state, ask } = useDoor()
  switch (state.kind) {
    case 'asking':
      return (
        <main class="entrance" data-session="asking">
          <h1 class="unseen">Okénko</h1>
          <p>{texts.loading}</p>
        </main>
      )
    case 'failed':
      return (
        <main class="entrance" data-session="failed">
          <h1 class="unseen">Okénko</h1>
          <Fault words={inWords(state.fault, texts)} onRetry={ask} />
        </main>
      )
    case 'out':
      return <SignInPage left={state.left} />
    case 'in':
    case 'expired':
      return (
        <LiveProvider key={state.session.clerk.id}>
          <Router hook={useHashLocation}>
            <Shell />
          </Router>
          {state.kind === 'expired' ? <SignInAgain name={state.session.clerk.signIn} /> : null}
        </LiveProvider>
      )
  }
}
