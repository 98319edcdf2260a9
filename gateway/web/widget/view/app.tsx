import { useEffect, useRef, useState } from 'preact/hooks'
import type { Chat } from '../chat/chat'
import type { Texts } from '../chat/texts'
import { Announcer } from './announcer/announcer'
import { useView, ViewContext } from './context'
import { Launcher } from './launcher/launcher'
import { Panel } from './panel/panel'

export interface AppProps {
  readonly chat: Chat
  readonly texts: Texts
  readonly page: boolean
  readonly title: string
  readonly logo: boolean
}

/** Everything inside the shadow root. */
export function App({ chat, texts, page, title, logo }: AppProps) {
  const [state, setState] = useState(chat.state)
  useEffect(() => {
    setState(chat.state)
    return chat.subscribe(() => setState(chat.state))
  }, [chat])
  const started = useRef(false)
  useEffect(() => {
    if (state.officeState === 'ready') started.current = true
  }, [state.officeState])
  const t = texts.in(state.language)
  const shown = page || state.open
  return (
    <ViewContext.Provider value={{ chat, state, t, page, title, logo }}>
      <div class={page ? 'okenko page' : 'okenko'} lang={state.language}>
        <Announcer />
        {state.office === undefined ? (
          page && <Waiting />
        ) : shown ? (
          <Panel focused={!page && started.current} />
        ) : (
          <Launcher focused={started.current} />
        )}
      </div>
    </ViewContext.Provider>
  )
}

/** The full page before the office is known. */
function Waiting() {
  const { chat, state, t } = useView()
  const { officeState } = state
  const failed = officeState === 'unreachable' || officeState === 'blocked'
  return (
    <main class="panel waiting" aria-label={t('title')}>
      <p role="status">{t(failed ? officeState : 'loading')}</p>
      {failed && (
        <button type="button" class="primary" onClick={() => void chat.loadOffice()}>
          {t('retry')}
        </button>
      )}
    </main>
  )
}
