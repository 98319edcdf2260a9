import { useId } from 'preact/hooks'
import type { AgendaCount, Role } from '../api/contract'
import { useTexts } from '../texts/texts'

const ROLES: readonly Role[] = ['clerk', 'editor', 'supervisor', 'admin']

export type AgendaName = Pick<AgendaCount, 'id' | 'name'>

export function RoleChoice({ chosen, onChoose }: { chosen: Role; onChoose: (role: Role) => void }) {
  const texts = useTexts()
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{texts.people.role}</label>
      <select
        id={id}
        class="select"
        value={chosen}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChoose(event.currentTarget.value as Role)}
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {texts.people.roles[role]}
          </option>
        ))}
      </select>
      <p class="field-hint" id={`${id}-hint`}>
        {texts.people.roleMay[chosen]}
      </p>
    </div>
  )
}

interface AgendaChecksProps {
  readonly agendas: readonly AgendaName[]
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

export function AgendaChecks({ agendas, chosen, onChoose }: AgendaChecksProps) {
  const texts = useTexts()
  return (
    <fieldset class="fieldset">
      <legend>{texts.people.agendas}</legend>
      {agendas.map(({ id, name }) => (
        <label key={id} class="check">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChoose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
