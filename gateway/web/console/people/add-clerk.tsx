import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { consoleApi, isUnconfirmed, statusOf } from '../api/console-api'
import { SHORTEST_PASSWORD, type NewClerk } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Field } from '../parts/field/field'
import { Notice } from '../parts/notice/notice'
import { useTexts, type Texts } from '../texts/texts'
import { AgendaChecks, RoleChoice, type AgendaName } from './choices'
import { ConfirmField } from './confirm-field'

interface AddClerkProps {
  readonly agendas: readonly AgendaName[]
  readonly onDone: () => void
}

const NOBODY: NewClerk = { name: '', signIn: '', role: 'clerk', agendas: [], password: '', yourPassword: '' }

/** The form for somebody new at the console. */
export function AddClerk({ agendas, onDone }: AddClerkProps) {
  const texts = useTexts()
  const { clerk, set, faults, focus, fault, busy, submit } = useNewClerk(onDone)
  return (
    <Dialog title={texts.people.add} onCancel={onDone}>
      <form noValidate onSubmit={submit}>
        {fault ? (
          <Notice tone="danger">
            <p>{fault}</p>
          </Notice>
        ) : null}
        <Field
          label={texts.people.name}
          name="name"
          value={clerk.name}
          onInput={(name) => set({ name })}
          fault={faults.name}
          focus={focus('name')}
        />
        <Field
          label={texts.people.signIn}
          name="sign-in"
          hint={texts.people.signInHint}
          value={clerk.signIn}
          onInput={(signIn) => set({ signIn })}
          fault={faults.signIn}
          focus={focus('signIn')}
        />
        <RoleChoice chosen={clerk.role} onChoose={(role) => set({ role })} />
        <AgendaChecks agendas={agendas} chosen={clerk.agendas} onChoose={(chosen) => set({ agendas: chosen })} />
        <Field
          label={texts.people.password}
          name="new-password"
          type="password"
          autocomplete="new-password"
          hint={texts.people.passwordHint}
          value={clerk.password}
          onInput={(password) => set({ password })}
          fault={faults.password}
          focus={focus('password')}
        />
        {clerk.role === 'admin' ? (
          <ConfirmField
            value={clerk.yourPassword}
            onInput={(yourPassword) => set({ yourPassword })}
            fault={faults.yourPassword}
            focus={focus('yourPassword')}
          />
        ) : null}
        <DialogButtons save={texts.people.save} busy={busy} onCancel={onDone} />
      </form>
    </Dialog>
  )
}

/** What was filled in, what is wrong with it, and saving it. */
function useNewClerk(onDone: () => void) {
  const texts = useTexts()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [clerk, setClerk] = useState(NOBODY)
  const [tries, setTries] = useState(0)
  const saving = useMutation({
    mutationFn: (added: NewClerk) => consoleApi.addClerk(added),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.clerks })
      announce(texts.people.added(clerk.name))
      onDone()
    },
    onError: () => setTries((turn) => turn + 1),
  })
  const taken = saving.isError && statusOf(saving.error) === 409
  const unconfirmed = saving.isError && isUnconfirmed(saving.error)
  const faults: Faults = {
    ...(tries > 0 && faultsOf(clerk, taken, texts)),
    ...(unconfirmed && { yourPassword: texts.confirm.wrong }),
  }
  const set = (part: Partial<NewClerk>) => {
    if (part.signIn !== undefined || part.yourPassword !== undefined) saving.reset()
    setClerk((was) => ({ ...was, ...part }))
  }
  const submit = (event: Event) => {
    event.preventDefault()
    if (saving.isPending) return
    if (Object.keys(faultsOf(clerk, false, texts)).length > 0) setTries(tries + 1)
    else saving.mutate({ ...clerk, name: clerk.name.trim(), signIn: clerk.signIn.trim() })
  }
  return {
    clerk,
    set,
    faults,
    /** The first field that is wrong takes the focus at each try. */
    focus: (field: keyof Faults) => (Object.keys(faults)[0] === field ? tries : undefined),
    fault: saving.isError && !taken && !unconfirmed ? inWords(saving.error, texts) : undefined,
    busy: saving.isPending,
    submit,
  }
}

/** What the gateway takes as a sign-in name. */
const SIGN_IN = /^[a-z0-9]+([.-][a-z0-9]+)*$/

type Faults = Partial<Record<'name' | 'signIn' | 'password' | 'yourPassword', string>>

/** What is wrong, in the order of the form: the first gets the focus. */
function faultsOf(clerk: NewClerk, taken: boolean, texts: Texts): Faults {
  const signIn = signInFault(clerk.signIn.trim(), taken, texts)
  return {
    ...(!clerk.name.trim() && { name: texts.people.nameMissing }),
    ...(signIn && { signIn }),
    ...([...clerk.password].length < SHORTEST_PASSWORD && { password: texts.people.passwordShort }),
  }
}

function signInFault(signIn: string, taken: boolean, texts: Texts): string | undefined {
  if (signIn === '') return texts.people.signInMissing
  if (!SIGN_IN.test(signIn)) return texts.people.signInHint
  return taken ? texts.people.taken : undefined
}
