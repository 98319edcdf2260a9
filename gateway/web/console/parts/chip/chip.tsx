import type { ComponentChildren } from 'preact'
import './chip.css'

export type Tone = 'plain' | 'action' | 'human' | 'warn' | 'danger'

/** A short word about a thing; the tone only repeats what the word says. */
export function Chip({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={`chip chip-${tone}`}>{children}</span>
}
