import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useTexts } from '../../texts/texts'
import './field.css'

interface FieldProps {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly type?: 'text' | 'password'
  readonly autocomplete?: string
  readonly hint?: string
  /** What is wrong with the value, in words. */
  readonly fault?: string | undefined
  /** Has the focus when the dialog around it opens. */
  readonly autofocus?: boolean
  /** Takes the focus each time this number grows, so a refused form leads to what to mend. */
  readonly focus?: number | undefined
}

/** One labelled input with its hint and its fault tied to it. */
export function Field(props: FieldProps) {
  const { label, name, value, onInput, type = 'text', autocomplete = 'off', hint, fault, focus } = props
  const texts = useTexts()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (focus) input.current?.focus()
  }, [focus])
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        ref={input}
        id={id}
        name={name}
        class="input"
        type={shown ? 'text' : type}
        value={value}
        autocomplete={autocomplete}
        autocapitalize="none"
        spellcheck={false}
        autofocus={props.autofocus ?? false}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {type === 'password' ? (
        <label class="check">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
          {texts.signIn.show}
        </label>
      ) : null}
      {hint ? (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldFault id={id} words={fault} />
    </div>
  )
}

/** What is wrong with the control of that id, which names this by `aria-describedby`. */
export function FieldFault({ id, words }: { readonly id: string; readonly words: string | undefined }) {
  if (!words) return null
  return (
    <p class="field-fault" id={`${id}-fault`}>
      {words}
    </p>
  )
}
