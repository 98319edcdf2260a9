import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import './menu.css'

interface MenuProps {
  readonly label: string
  /** What the button shows; its name is the label. */
  readonly face?: ComponentChildren
  readonly class?: string
  readonly children: ComponentChildren
}

/** A button that unfolds a few more controls; Escape and a click elsewhere fold it again. */
export function Menu({ label, face, class: extra = 'button', children }: MenuProps) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const sheet = useId()
  useEffect(() => {
    if (!open) return undefined
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [open])
  const fold = () => {
    button.current?.focus()
    setOpen(false)
  }
  return (
    <div class="menu" ref={root} onKeyDown={(event) => open && event.key === 'Escape' && fold()}>
      <button
        ref={button}
        type="button"
        class={extra}
        aria-expanded={open}
        aria-controls={sheet}
        aria-label={face === undefined ? undefined : label}
        onClick={() => setOpen(!open)}
      >
        {face ?? label}
      </button>
      <div
        id={sheet}
        class="menu-sheet"
        hidden={!open}
        onClick={(event) => (event.target as Element).closest('button, a') && fold()}
      >
        {children}
      </div>
    </div>
  )
}
