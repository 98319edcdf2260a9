import type { ComponentChildren } from 'preact'
import './notice.css'

interface NoticeProps {
  readonly tone?: 'plain' | 'human' | 'warn' | 'danger'
  readonly id?: string
  readonly children: ComponentChildren
}

/** A sentence standing above what it is about: a fault, a state, a warning. */
export function Notice({ tone = 'plain', id, children }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} id={id}>
      {children}
    </div>
  )
}
