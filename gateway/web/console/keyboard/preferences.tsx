import { createContext, type ComponentChildren } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { useTexts } from '../texts/texts'
import { beep } from './beep'

const KEPT_AS = 'okenko.console.preferences'

export interface Preferences {
  /** Single keys act outside of fields. */
  readonly keys: boolean
  readonly sound: boolean
  readonly notifications: boolean
}

/** Nothing makes itself heard or seen beyond the page until a clerk wants it. */
const AT_FIRST: Preferences = { keys: true, sound: false, notifications: false }

interface Kept extends Preferences {
  readonly change: (changed: Partial<Preferences>) => void
}

const Context = createContext<Kept>({ ...AT_FIRST, change: () => {} })

/** What a clerk chose in this browser. */
export function PreferencesProvider({ children }: { children: ComponentChildren }) {
  const [preferences, setPreferences] = useState(read)
  const change = (changed: Partial<Preferences>) => {
    const next = { ...preferences, ...changed }
    localStorage.setItem(KEPT_AS, JSON.stringify(next))
    setPreferences(next)
  }
  return <Context.Provider value={{ ...preferences, change }}>{children}</Context.Provider>
}

export const usePreferences = (): Kept => useContext(Context)

function read(): Preferences {
  try {
    return { ...AT_FIRST, ...(JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}') as Partial<Preferences>) }
  } catch {
    return AT_FIRST
  }
}

/** The choices themselves; the browser is asked for leave only when notifications are switched on. */
export function PreferenceChoices() {
  const { keys: words } = useTexts().aids
  const { keys, sound, notifications, change } = usePreferences()
  const [denied, setDenied] = useState(false)
  const switchNotifications = async (on: boolean) => {
    const allowed = on && 'Notification' in globalThis && (await Notification.requestPermission()) === 'granted'
    setDenied(on && !allowed)
    change({ notifications: allowed })
  }
  return (
    <div class="preferences" role="group" aria-label={words.preferences}>
      <Choice name={words.single} on={keys} onChange={(on) => change({ keys: on })} />
      <Choice
        name={words.sound}
        on={sound}
        onChange={(on) => {
          change({ sound: on })
          if (on) beep()
        }}
      />
      <Choice name={words.notifications} on={notifications} onChange={(on) => void switchNotifications(on)} />
      {denied ? <p class="field-fault">{words.denied}</p> : null}
    </div>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

export function Choice({ name, on, onChange }: ChoiceProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      {name}
    </label>
  )
}
