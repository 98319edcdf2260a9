import { useId } from 'preact/hooks'
import type { Person } from '../api/directory-api'
import { FieldFault } from '../parts/field/field'
import { useTexts } from '../texts/texts'

interface DeputyChoiceProps {
  readonly people: readonly Person[]
  /** The sign-in name of whom somebody stands in for. */
  readonly of: string
  readonly chosen: string
  /** Whether nobody may be chosen. */
  readonly optional: boolean
  readonly fault?: string | undefined
  readonly onChoose: (deputy: string) => void
}

/** Who stands in: any colleague, by name. */
export function DeputyChoice({ people, of, chosen, optional, fault, onChoose }: DeputyChoiceProps) {
  const { directory: say } = useTexts()
  const id = useId()
  const colleagues = people.filter((person) => person['sign-in'] !== of)
  const gone = chosen !== '' && !colleagues.some((person) => person['sign-in'] === chosen)
  return (
    <div class="field">
      <label for={id}>{say.columns.deputy}</label>
      <select
        id={id}
        class="select"
        value={chosen}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {optional || chosen === '' ? <option value="">{say.noDeputy}</option> : null}
        {gone ? <option value={chosen}>{chosen}</option> : null}
        {colleagues.map((person) => (
          <option key={person.id} value={person['sign-in']}>
            {person.name}
          </option>
        ))}
      </select>
      <FieldFault id={id} words={fault} />
    </div>
  )
}
