import { useState } from 'preact/hooks'
import { CloseIcon, WindowIcon } from '../../../shared/icons'
import type { Phase } from '../../chat/state'
import { useView } from '../context'
import type { ChatTexts } from '../../../shared/texts/chat'

const who: Readonly<Record<Phase, keyof ChatTexts>> = {
  'first-contact': 'whoBot',
  'with-bot': 'whoBot',
  waiting: 'whoWaiting',
  'with-clerk': 'whoClerk',
  closed: 'whoClosed',
  expired: 'whoExpired',
}

export interface HeaderProps {
  readonly settingsOpen: boolean
  readonly onSettings: () => void
}

export function Header({ settingsOpen, onSettings }: HeaderProps) {
  const { chat, state, t, page, title } = useView()
  const human = state.phase === 'waiting' || state.phase === 'with-clerk'
  const name = title || state.office?.name || t('title')
  const code = state.language.toUpperCase()
  return (
    <header class="header">
      <Mark />
      <div class="heading">
        {page ? <h1 id="title">{name}</h1> : <h2 id="title">{name}</h2>}
        <p class={human ? 'status human' : 'status'} id="status">
          {t(who[state.phase])}
        </p>
      </div>
      <button
        type="button"
        class="tool"
        aria-label={t('settings', { code })}
        aria-expanded={settingsOpen}
        aria-controls="settings"
        onClick={onSettings}
      >
        {code}
      </button>
      {!page && (
        <button type="button" class="tool" aria-label={t('close')} title={t('close')} onClick={() => chat.show(false)}>
          <CloseIcon />
        </button>
      )}
    </header>
  )
}

/** The office's logo where it may be shown, else the window. */
function Mark() {
  const { chat, state, logo } = useView()
  const [broken, setBroken] = useState(false)
  const source = state.office?.logo
  if (!logo || broken || !source) {
    return (
      <span class="mark">
        <WindowIcon />
      </span>
    )
  }
  return <img class="logo" src={new URL(source, chat.base).href} alt="" onError={() => setBroken(true)} />
}
