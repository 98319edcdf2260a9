import { useRef } from 'preact/hooks'
import './tabs.css'

export interface Tab<K extends string> {
  readonly key: K
  readonly name: string
  readonly count?: number | undefined
}

interface TabsProps<K extends string> {
  readonly label: string
  /** Start of the ids: the panel is `${id}-panel`, a tab `${id}-tab-${key}`. */
  readonly id: string
  readonly tabs: readonly Tab<K>[]
  readonly chosen: K
  readonly onChoose: (key: K) => void
}

/** A row of tabs over one panel: arrows, Home and End move, one stop for the Tab key. */
export function Tabs<K extends string>({ label, id, tabs, chosen, onChoose }: TabsProps<K>) {
  const row = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.key === chosen)
    const to = destination(event.key, at, tabs.length)
    const tab = to === undefined ? undefined : tabs[to]
    if (!tab) return
    event.preventDefault()
    onChoose(tab.key)
    row.current?.querySelectorAll<HTMLElement>('[role=tab]')[to!]?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={row} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          class="tab"
          id={`${id}-tab-${tab.key}`}
          aria-selected={tab.key === chosen}
          aria-controls={`${id}-panel`}
          tabIndex={tab.key === chosen ? 0 : -1}
          onClick={() => onChoose(tab.key)}
        >
          {tab.name}
          {tab.count === undefined ? null : <span class="tab-count"> {tab.count}</span>}
        </button>
      ))}
    </div>
  )
}

function destination(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowLeft') return (at + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
