import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useId, useState } from 'preact/hooks'
import { consoleApi, statusOf } from '../api/console-api'
import { SHORTEST_PASSWORD, type AgendaCount, type NewClerk, type Role } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Field } from '../parts/field/field'
import { Notice } from '../parts/notice/notice'
import { useTexts, type Texts } from '../texts/texts'

interface AddClerkProps {
  readonly agendas: readonly Pick<AgendaCount, 'id' | 'name'>[]
  readonly onDone: () => void
}

const ROLES: readonly Role[] = ['clerk', 'editor', 'admin']
const NOBODY: NewClerk = { name: '', signIn: '', role: 'clerk', agendas: [], password: '' }

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
  const faults = tries > 0 ? faultsOf(clerk, taken, texts) : {}
  const set = (part: Partial<NewClerk>) => {
    if (part.signIn !== undefined) saving.reset()
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
    fault: saving.isError && !taken ? inWords(saving.error, texts) : undefined,
    busy: saving.isPending,
    submit,
  }
}

function RoleChoice({ chosen, onChoose }: { chosen: Role; onChoose: (role: Role) => void }) {
  const texts = useTexts()
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{texts.people.role}</label>
      <select id={id} class="select" value={chosen} onChange={(event) => onChoose(event.currentTarget.value as Role)}>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {texts.people.roles[role]}
          </option>
        ))}
      </select>
    </div>
  )
}

interface AgendaChecksProps {
  readonly agendas: AddClerkProps['agendas']
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

function AgendaChecks({ agendas, chosen, onChoose }: AgendaChecksProps) {
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

/** What the gateway takes as a sign-in name. */
const SIGN_IN = /^[a-z0-9]+([.-][a-z0-9]+)*$/

type Faults = Partial<Record<'name' | 'signIn' | 'password', string>>

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
