import { useEffect, useRef } from 'preact/hooks'
import { WindowIcon } from '../../../shared/icons'
import { unread } from '../../chat/transcript'
import { useView } from '../context'

/** The button on the host page. Its name holds the number of unread messages. */
export function Launcher({ focused }: { focused: boolean }) {
  const { chat, state, t } = useView()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // When the focus has gone elsewhere on the page it stays there.
    if (focused && (document.activeElement ?? document.body) === document.body) button.current?.focus()
  }, [])
  const n = unread(state.messages, state.readSeq)
  return (
    <button
      type="button"
      class="launcher"
      aria-label={n === 0 ? t('launcher') : t('launcherUnread', { n })}
      aria-haspopup="dialog"
      ref={button}
      onClick={() => chat.show(true)}
    >
      <WindowIcon />
      <span class="words">{t('launcher')}</span>
      {n > 0 && <span class="count">{n > 99 ? '99+' : n}</span>}
    </button>
  )
}
