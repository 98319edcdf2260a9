import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { consoleApi } from '../api/console-api'
import { SHORTEST_PASSWORD, type Clerk } from '../api/contract'
import { inWords } from '../api/faults'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Field } from '../parts/field/field'
import { useTexts } from '../texts/texts'

/** Gives one clerk a new password. */
export function SetPassword({ clerk, onDone }: { clerk: Clerk; onDone: () => void }) {
  const texts = useTexts()
  const announce = useAnnounce()
  const [password, setPassword] = useState('')
  const [tries, setTries] = useState(0)
  const saving = useMutation({
    mutationFn: () => consoleApi.setPassword(clerk.id, password),
    onSuccess: () => {
      announce(texts.people.passwordSaved(clerk.name))
      onDone()
    },
    onError: () => setTries((turn) => turn + 1),
  })
  const short = [...password].length < SHORTEST_PASSWORD
  const shortNow = tries > 0 && short ? texts.people.passwordShort : undefined
  const submit = (event: Event) => {
    event.preventDefault()
    if (saving.isPending) return
    if (short) setTries(tries + 1)
    else saving.mutate()
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
          fault={shortNow ?? (saving.isError ? inWords(saving.error, texts) : undefined)}
          focus={tries}
          autofocus
        />
        <DialogButtons save={texts.people.setPassword} busy={saving.isPending} onCancel={onDone} />
      </form>
    </Dialog>
  )
}
