import { useState } from 'preact/hooks'
import { Problem } from '../../shared/api'
import { codeFault, consoleApi, statusOf } from '../api/console-api'
import { inWords } from '../api/faults'
import { Field } from '../parts/field/field'
import { Notice } from '../parts/notice/notice'
import { useTexts, type Texts } from '../texts/texts'
import { useDoor } from './session'
import './sign-in.css'

type Asked = 'name' | 'password' | 'code'

interface Refusal {
  readonly at: Asked | 'form'
  readonly words: string
  readonly turn: number
}

/** Name and password, and the code of a second factor when the gateway asks for one; `name` is filled in when an expired session is being renewed. */
export function SignInForm({ name: given = '' }: { name?: string }) {
  const texts = useTexts()
  const { enter } = useDoor()
  const [name, setName] = useState(given)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const refuse = (at: Refusal['at'], words: string) => setRefusal((was) => ({ at, words, turn: (was?.turn ?? 0) + 1 }))

  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    if (!name.trim()) return refuse('name', texts.signIn.nameMissing)
    if (!password) return refuse('password', texts.signIn.passwordMissing)
    if (code === '') return refuse('code', texts.signIn.codeMissing)
    setBusy(true)
    try {
      enter(await consoleApi.signIn(name.trim(), password, code ?? ''))
    } catch (fault) {
      const asked = codeFault(fault)
      setCode(asked ? '' : undefined)
      if (!asked) setPassword('')
      if (asked === 'missing') return refuse('code', '')
      refuse(asked ? 'code' : isWrong(fault) ? 'password' : 'form', refusalInWords(fault, texts))
    } finally {
      setBusy(false)
    }
  }

  const focusOn = (field: Asked) => {
    const wanted = refusal?.at === 'form' ? 'password' : refusal?.at
    return wanted === field ? refusal?.turn : undefined
  }
  return (
    <form class="sign-in-form" noValidate onSubmit={submit}>
      {refusal?.at === 'form' ? (
        <Notice tone="danger" id="sign-in-refusal">
          <p>{refusal.words}</p>
        </Notice>
      ) : null}
      <Field
        label={texts.signIn.name}
        name="username"
        autocomplete="username"
        value={name}
        onInput={setName}
        fault={refusal?.at === 'name' ? refusal.words : undefined}
        focus={focusOn('name')}
      />
      <Field
        label={texts.signIn.password}
        name="password"
        type="password"
        autocomplete="current-password"
        value={password}
        onInput={setPassword}
        fault={refusal?.at === 'password' ? refusal.words : undefined}
        focus={focusOn('password')}
        autofocus={given !== ''}
      />
      {code === undefined ? null : (
        <Field
          label={texts.signIn.code}
          name="one-time-code"
          autocomplete="one-time-code"
          hint={texts.signIn.codeHint}
          value={code}
          onInput={setCode}
          fault={refusal?.at === 'code' ? refusal.words : undefined}
          focus={focusOn('code')}
        />
      )}
      <button type="submit" class="button button-main" aria-disabled={busy}>
        {busy ? texts.signIn.submitting : texts.signIn.submit}
      </button>
    </form>
  )
}

function isWrong(fault: unknown): boolean {
  return statusOf(fault) === 401
}

function refusalInWords(fault: unknown, texts: Texts): string {
  if (codeFault(fault)) return texts.signIn.codeWrong
  if (isWrong(fault)) return texts.signIn.wrong
  if (fault instanceof Problem && fault.status === 429 && fault.retryAfter) {
    return texts.signIn.locked(Math.ceil(fault.retryAfter / 60))
  }
  return inWords(fault, texts)
}
