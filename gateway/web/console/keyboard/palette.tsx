import { useQuery } from '@tanstack/preact-query'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { aidsApi } from '../api/aids-api'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog } from '../parts/dialog/dialog'
import { useTexts, type Texts } from '../texts/texts'
import { commandsOn, found, type Command } from './commands'

interface PaletteProps {
  readonly onClose: () => void
  readonly onHelp: () => void
}

/** Everything that can be done or gone to from here, found by typing a part of its name. */
export function Palette({ onClose, onHelp }: PaletteProps) {
  const texts = useTexts()
  const { keys: words } = texts.aids
  const announce = useAnnounce()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const all = useCommands(texts, onHelp)
  const list = found(all, typed)
  const chosen = list[active]
  useEffect(() => announce(words.found(list.length)), [list.length, announce, words])
  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    // Once the palette is gone and the focus is back where it was.
    setTimeout(command.run)
  }
  const key = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, list.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Enter') run(chosen)
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={words.palette} onCancel={onClose}>
      <input
        class="input"
        type="text"
        role="combobox"
        autofocus
        autocomplete="off"
        spellcheck={false}
        aria-label={words.search}
        placeholder={words.search}
        aria-autocomplete="list"
        aria-expanded={list.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen ? `${id}-${active}` : undefined}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={key}
      />
      <Options id={id} list={list} active={active} name={words.palette} onRun={run} />
      {list.length === 0 ? <p class="soft">{words.found(0)}</p> : null}
    </Dialog>
  )
}

interface OptionsProps {
  readonly id: string
  readonly list: readonly Command[]
  readonly active: number
  readonly name: string
  readonly onRun: (command: Command) => void
}

function Options({ id, list, active, name, onRun }: OptionsProps) {
  const box = useRef<HTMLUListElement>(null)
  useEffect(() => box.current?.children[active]?.scrollIntoView?.({ block: 'nearest' }), [active])
  return (
    <ul ref={box} class="palette" role="listbox" id={`${id}-list`} aria-label={name} hidden={list.length === 0}>
      {list.map((command, at) => (
        <li
          key={command.key}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onRun(command)}
        >
          <span>{command.name}</span> <small class="soft">{command.group}</small>
        </li>
      ))}
    </ul>
  )
}

/** What stood on the screen when the palette opened, the list of keys, and open conversations. */
function useCommands(texts: Texts, onHelp: () => void): readonly Command[] {
  const { keys: words } = texts.aids
  const [, go] = useLocation()
  const [here] = useState(() => commandsOn(document, words.groups))
  const { data } = useQuery({ queryKey: keys.open, queryFn: aidsApi.open, staleTime: 0 })
  const conversations = (data ?? []).map((item) => ({
    key: `conversation ${item.conversation}`,
    name: `${item.citizen}: ${item.preview}`,
    group: words.groups.conversation,
    run: () => go(`/konverzace/${encodeURIComponent(item.conversation)}`),
  }))
  return [...here, { key: 'help', name: words.title, group: words.groups.screen, run: onHelp }, ...conversations]
}
