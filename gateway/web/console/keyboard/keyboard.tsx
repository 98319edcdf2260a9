import { useEffect, useState } from 'preact/hooks'
import { Dialog } from '../parts/dialog/dialog'
import { useTexts } from '../texts/texts'
import { Palette } from './palette'
import { Choice, usePreferences } from './preferences'
import './keyboard.css'

/** Single keys and what they do; outside of fields only, and not for who switched them off. */
const KEYS: Readonly<Record<string, () => void>> = {
  j: () => step(1),
  k: () => step(-1),
  f: () => (document.querySelector<HTMLElement>('.queue-link[aria-current]') ?? document.querySelector<HTMLElement>('.queue-link'))?.focus(),
  o: () => document.querySelector<HTMLElement>('.offer-take')?.focus(),
  p: () => document.querySelector<HTMLElement>('.claim-button')?.click(),
  r: () => write('reply'),
  n: () => write('note'),
}

/** The console by keys: Ctrl+K finds everything, "?" lists the rest. */
export function Keyboard() {
  const { keys } = usePreferences()
  const [open, setOpen] = useState<'palette' | 'help'>()
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return
      if (isPalette(event)) {
        event.preventDefault()
        return setOpen('palette')
      }
      if (!keys || event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return
      if (event.key === '?') {
        event.preventDefault()
        return setOpen('help')
      }
      const act = KEYS[event.key.toLowerCase()]
      if (!act || event.shiftKey) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [keys])
  const close = () => setOpen(undefined)
  if (open === 'palette') return <Palette onClose={close} onHelp={() => setOpen('help')} />
  return open === 'help' ? <Help onClose={close} /> : null
}

function isPalette(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k'
}

function inField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}

/** To the next or the previous conversation of the list. */
function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('.queue-link')]
  const at = links.findIndex((link) => link === document.activeElement || link.hasAttribute('aria-current'))
  const focused = links.findIndex((link) => link === document.activeElement)
  const to = links[(focused >= 0 ? focused : at) + by] ?? (at < 0 ? links[0] : undefined)
  to?.focus()
  to?.click()
}

function write(kind: 'reply' | 'note'): void {
  document.getElementById(`composer-tab-${kind}`)?.click()
  // The editor is drawn after the tab was chosen.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.editor-text')?.focus())
}

function Help({ onClose }: { onClose: () => void }) {
  const { keys: words } = useTexts().aids
  const { keys, change } = usePreferences()
  return (
    <Dialog title={words.title} onCancel={onClose}>
      <dl class="keys">
        {words.list.map(([name, does]) => (
          <div key={name}>
            <dt>
              <kbd>{name}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">{words.inFields}</p>
      <Choice name={words.single} on={keys} onChange={(on) => change({ keys: on })} />
      <div class="dialog-buttons">
        <button type="button" class="button" autofocus onClick={onClose}>
          {words.close}
        </button>
      </div>
    </Dialog>
  )
}
