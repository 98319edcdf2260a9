import { useEffect, useRef, useState } from 'preact/hooks'
import { Composer } from '../composer/composer'
import { useView } from '../context'
import { Human } from '../footer/human'
import { Header } from '../header/header'
import { Notice } from '../notice/notice'
import { Closed } from '../rating/rating'
import { Settings } from '../settings/settings'
import { Transcript } from '../transcript/transcript'

/** As in panel.css: from here down the panel takes the whole screen. */
const coversAll = '(max-width: 480px), (max-height: 480px)'

/** The open chat: a dialog that traps nobody on a host page, the main part of the full page. */
export function Panel({ focused }: { focused: boolean }) {
  const { chat, state, t, page } = useView()
  const [settings, setSettings] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focused) startIn(panel.current)
  }, [])
  const toggle = (): void => {
    if (settings) panel.current?.querySelector<HTMLElement>('[aria-controls=settings]')?.focus()
    setSettings(!settings)
  }
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return
    if (settings) toggle()
    else if (!page) chat.show(false)
    event.stopPropagation()
  }
  /** Where the panel covers the whole screen, it makes way for what the focus has moved to. */
  const leave = ({ relatedTarget, currentTarget }: { relatedTarget: EventTarget | null; currentTarget: Element }): void => {
    const stays = !(relatedTarget instanceof Node) || currentTarget.contains(relatedTarget)
    if (!page && !stays && matchMedia(coversAll).matches) chat.show(false)
  }
  const Tag = page ? 'main' : 'div'
  return (
    <Tag
      class="panel"
      role={page ? undefined : 'dialog'}
      aria-labelledby="title"
      aria-describedby="status"
      tabIndex={-1}
      ref={panel as never}
      onKeyDown={escape}
      onFocusOut={leave}
    >
      <Header settingsOpen={settings} onSettings={toggle} />
      {state.office?.demo && <p class="demo">{t('demo')}</p>}
      {settings && <Settings onBack={toggle} />}
      <div class="body" hidden={settings}>
        <Transcript />
        <div class="footer">
          <Notice />
          {state.phase === 'closed' ? <Closed /> : null}
          <Human />
          {state.phase === 'closed' ? null : <Composer />}
          <p class="note" id="note">
            {t('note')}
          </p>
        </div>
      </div>
    </Tag>
  )
}

/** The field, where a keyboard is at hand; on a touch screen the panel itself, so that no keyboard jumps up. */
function startIn(panel: HTMLElement | null): void {
  const touch = matchMedia('(pointer: coarse)').matches
  const field = touch ? null : panel?.querySelector<HTMLElement>('textarea.field')
  ;(field ?? panel)?.focus({ preventScroll: true })
}
