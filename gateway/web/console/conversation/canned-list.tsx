import { useEffect, useRef } from 'preact/hooks'
import { useTexts } from '../texts/texts'
import type { Canned } from './use-canned'
import './canned-list.css'

/** The list above the field; the focus stays in the field, which points at what is active. */
export function CannedList({ id, canned: { found, active, choose } }: { id: string; canned: Canned }) {
  const texts = useTexts()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' }), [active])
  return (
    <ul ref={list} class="canned-list" role="listbox" id={id} aria-label={texts.aids.canned.title}>
      {found.map((reply, at) => (
        <li
          key={reply.id}
          id={optionId(id, at)}
          role="option"
          aria-selected={at === active}
          // The field must not lose the focus to the list.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(reply)}
        >
          <strong>/{reply.shortcut}</strong> <span>{reply.text}</span>
        </li>
      ))}
    </ul>
  )
}

export function optionId(list: string, at: number): string {
  return `${list}-${at}`
}
