import { Field } from '../parts/field/field'
import { useSession } from '../session/session'
import { useTexts } from '../texts/texts'

interface ConfirmFieldProps {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly fault?: string | undefined
  readonly focus?: number | undefined
}

/** The own password once more, before what nobody at an unlocked screen may do. */
export function ConfirmField({ value, onInput, fault, focus }: ConfirmFieldProps) {
  const texts = useTexts()
  const { secondFactor } = useSession()
  if (secondFactor === 'elsewhere') return null
  return (
    <Field
      label={texts.confirm.label}
      name="current-password"
      type="password"
      autocomplete="current-password"
      hint={texts.confirm.hint}
      value={value}
      onInput={onInput}
      fault={fault}
      focus={focus}
    />
  )
}
