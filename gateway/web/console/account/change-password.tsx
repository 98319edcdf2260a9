import { useMutation } from '@tanstack/preact-query'
import { useId, useState } from 'preact/hooks'
import { consoleApi, isUnconfirmed } from '../api/console-api'
import { SHORTEST_PASSWORD } from '../api/contract'
import { inWords } from '../api/faults'
import { useAnnounce } from '../parts/announcer/announcer'
import { Field } from '../parts/field/field'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'

/** The old password and a new one. */
export function ChangePassword({ signIn }: { signIn: string }) {
  const texts = useTexts()
  const words = texts.ownAccount
  const announce = useAnnounce()
  const heading = useId()
  const [old, setOld] = useState('')
  const [password, setPassword] = useState('')
  const [tries, setTries] = useState(0)
  const saving = useMutation({
    mutationFn: (given: { readonly old: string; readonly password: string }) =>
      consoleApi.changeOwnPassword(given.old, given.password),
    onSuccess: () => {
      setOld('')
      setPassword('')
      setTries(0)
      announce(words.passwordChanged)
    },
    onError: () => setTries((turn) => turn + 1),
  })
  const unconfirmed = saving.isError && isUnconfirmed(saving.error)
  const short = tries > 0 && [...password].length < SHORTEST_PASSWORD
  const submit = (event: Event) => {
    event.preventDefault()
    if (saving.isPending) return
    if ([...password].length < SHORTEST_PASSWORD) setTries(tries + 1)
    else saving.mutate({ old, password })
  }
  return (
    <section class="account-part" aria-labelledby={heading}>
      <h3 id={heading}>{words.password}</h3>
      <p>{words.passwordText}</p>
      <form noValidate onSubmit={submit}>
        {saving.isError && !unconfirmed ? (
          <Notice tone="danger">
            <p>{inWords(saving.error, texts)}</p>
          </Notice>
        ) : null}
        {saving.isSuccess ? (
          <Notice>
            <p>{words.passwordChanged}</p>
          </Notice>
        ) : null}
        {/* Tells a password manager whose password this is. */}
        <input
          class="unseen"
          type="text"
          autocomplete="username"
          value={signIn}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <Field
          label={words.oldPassword}
          name="current-password"
          type="password"
          autocomplete="current-password"
          value={old}
          onInput={setOld}
          fault={unconfirmed ? texts.confirm.wrong : undefined}
          focus={unconfirmed ? tries : undefined}
        />
        <Field
          label={words.newPassword}
          name="new-password"
          type="password"
          autocomplete="new-password"
          hint={texts.people.passwordHint}
          value={password}
          onInput={setPassword}
          fault={short ? texts.people.passwordShort : undefined}
          focus={short && !unconfirmed ? tries : undefined}
        />
        <button type="submit" class="button button-main" aria-disabled={saving.isPending}>
          {saving.isPending ? texts.saving : words.changePassword}
        </button>
      </form>
    </section>
  )
}
