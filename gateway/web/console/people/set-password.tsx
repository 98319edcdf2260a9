import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { consoleApi, isUnconfirmed } from '../api/console-api'
import { SHORTEST_PASSWORD, type Clerk } from '../api/contract'
import { inWords } from '../api/faults'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Field } from '../parts/field/field'
import { useTexts } from '../texts/texts'
import { ConfirmField } from './confirm-field'

/** Gives one clerk a new password. */
export function SetPassword({ clerk, onDone }: { clerk: Clerk; onDone: () => void }) {
  const texts = useTexts()
  const announce = useAnnounce()
  const [password, setPassword] = useState('')
  const [yourPassword, setYourPassword] = useState('')
  const [tries, setTries] = useState(0)
  const saving = useMutation({
    mutationFn: (given: { readonly password: string; readonly yourPassword: string }) =>
      consoleApi.setPassword(clerk.id, given.password, given.yourPassword),
    onSuccess: () => {
      announce(texts.people.passwordSaved(clerk.name))
      onDone()
    },
    onError: () => setTries((turn) => turn + 1),
  })
  const short = [...password].length < SHORTEST_PASSWORD
  const shortNow = tries > 0 && short ? texts.people.passwordShort : undefined
  const unconfirmed = saving.isError && isUnconfirmed(saving.error)
  const submit = (event: Event) => {
    event.preventDefault()
    if (saving.isPending) return
    if (short) setTries(tries + 1)
    else saving.mutate({ password, yourPassword })
  }
  return (
    <Dialog title={texts.people.setPasswordOf(clerk.name)} onCancel={onDone}>
      <form noValidate onSubmit={submit}>
        {/* Tells a password manager whose password this is. */}
        <input
          class="unseen"
          type="text"
          autocomplete="username"
          value={clerk.signIn}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <Field
          label={texts.people.password}
          name="new-password"
          type="password"
          autocomplete="new-password"
          hint={texts.people.passwordHint}
          value={password}
          onInput={setPassword}
          fault={shortNow ?? (saving.isError && !unconfirmed ? inWords(saving.error, texts) : undefined)}
          focus={unconfirmed ? undefined : tries}
          autofocus
        />
        {clerk.role === 'admin' ? (
          <ConfirmField
            value={yourPassword}
            onInput={setYourPassword}
            fault={unconfirmed ? texts.confirm.wrong : undefined}
            focus={unconfirmed ? tries : undefined}
          />
        ) : null}
        <DialogButtons save={texts.people.setPassword} busy={saving.isPending} onCancel={onDone} />
      </form>
    </Dialog>
  )
}
