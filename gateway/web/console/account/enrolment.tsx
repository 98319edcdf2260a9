import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { consoleApi, isUnconfirmed, statusOf } from '../api/console-api'
import type { Secret } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Field } from '../parts/field/field'
import { Notice } from '../parts/notice/notice'
import { ConfirmField } from '../people/confirm-field'
import { useDoor } from '../session/session'
import { useTexts } from '../texts/texts'

/** Setting up a second factor: the own password, the secret for the telephone, its code, recovery codes. */
export function Enrolment({ onDone }: { onDone: () => void }) {
  const texts = useTexts()
  const queries = useQueryClient()
  const { ask } = useDoor()
  const [secret, setSecret] = useState<Secret>()
  const [codes, setCodes] = useState<readonly string[]>()
  const finish = () => {
    void queries.invalidateQueries({ queryKey: keys.account })
    onDone()
    ask()
  }
  return (
    <Dialog title={texts.ownAccount.factor} onCancel={codes ? undefined : onDone}>
      {codes ? (
        <RecoveryCodes codes={codes} onDone={finish} />
      ) : secret ? (
        <FirstCode secret={secret} onConfirmed={setCodes} onCancel={onDone} />
      ) : (
        <Begin onSecret={setSecret} onCancel={onDone} />
      )}
    </Dialog>
  )
}

function Begin({ onSecret, onCancel }: { onSecret: (secret: Secret) => void; onCancel: () => void }) {
  const texts = useTexts()
  const [password, setPassword] = useState('')
  const [tries, setTries] = useState(0)
  const beginning = useMutation({
    mutationFn: (given: string) => consoleApi.beginSecondFactor(given),
    onSuccess: onSecret,
    onError: () => setTries((turn) => turn + 1),
  })
  const unconfirmed = beginning.isError && isUnconfirmed(beginning.error)
  const submit = (event: Event) => {
    event.preventDefault()
    if (!beginning.isPending) beginning.mutate(password)
  }
  return (
    <form noValidate onSubmit={submit}>
      {beginning.isError && !unconfirmed ? (
        <Notice tone="danger">
          <p>{inWords(beginning.error, texts)}</p>
        </Notice>
      ) : null}
      <ConfirmField
        value={password}
        onInput={setPassword}
        fault={unconfirmed ? texts.confirm.wrong : undefined}
        focus={unconfirmed ? tries : undefined}
      />
      <DialogButtons save={texts.ownAccount.goOn} busy={beginning.isPending} onCancel={onCancel} />
    </form>
  )
}

interface FirstCodeProps {
  readonly secret: Secret
  readonly onConfirmed: (codes: readonly string[]) => void
  readonly onCancel: () => void
}

function FirstCode({ secret, onConfirmed, onCancel }: FirstCodeProps) {
  const texts = useTexts()
  const words = texts.ownAccount
  const { side, path } = secret.picture
  const [code, setCode] = useState('')
  const [tries, setTries] = useState(0)
  const confirming = useMutation({
    mutationFn: (given: string) => consoleApi.confirmSecondFactor(given),
    onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
    onError: () => setTries((turn) => turn + 1),
  })
  const submit = (event: Event) => {
    event.preventDefault()
    if (confirming.isPending) return
    if (code.trim()) confirming.mutate(code.trim())
    else setTries(tries + 1)
  }
  const fault = confirming.isError
    ? statusOf(confirming.error) === 400
      ? texts.signIn.codeWrong
      : inWords(confirming.error, texts)
    : tries > 0 && !code.trim()
      ? texts.signIn.codeMissing
      : undefined
  return (
    <form noValidate onSubmit={submit}>
      <p>{words.scan}</p>
      <svg class="qr" role="img" aria-label={words.picture} viewBox={`0 0 ${side} ${side}`}>
        <rect width={side} height={side} fill="#ffffff" />
        <path fill="#000000" d={path} />
      </svg>
      <p>
        {words.byHand} <span class="secret">{secret.secret.match(/.{1,4}/g)?.join(' ')}</span>
      </p>
      <Field
        label={texts.signIn.code}
        name="one-time-code"
        autocomplete="one-time-code"
        hint={words.codeHint}
        value={code}
        onInput={setCode}
        fault={fault}
        focus={tries}
      />
      <DialogButtons save={words.confirm} busy={confirming.isPending} onCancel={onCancel} />
    </form>
  )
}

function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const words = useTexts().ownAccount
  return (
    <>
      <p>{words.recovery}</p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div class="dialog-buttons">
        <button type="button" class="button button-main" onClick={onDone} autofocus>
          {words.kept}
        </button>
      </div>
    </>
  )
}
