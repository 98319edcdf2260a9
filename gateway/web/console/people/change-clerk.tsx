import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { consoleApi, isUnconfirmed, statusOf } from '../api/console-api'
import type { Clerk, ClerkChange } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Field } from '../parts/field/field'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { AgendaChecks, RoleChoice, type AgendaName } from './choices'
import { ConfirmField } from './confirm-field'

interface ChangeClerkProps {
  readonly clerk: Clerk
  readonly agendas: readonly AgendaName[]
  readonly onDone: () => void
}

/** What an admin changes about one person; taken only with the admin's own password. */
export function ChangeClerk({ clerk, agendas, onDone }: ChangeClerkProps) {
  const texts = useTexts()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [wanted, setWanted] = useState({
    name: clerk.name,
    role: clerk.role,
    agendas: clerk.agendas,
    active: clerk.active,
    yourPassword: '',
  })
  const [tries, setTries] = useState(0)
  const saving = useMutation({
    mutationFn: (changed: ClerkChange) => consoleApi.changeClerk(clerk.id, changed),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.clerks })
      announce(texts.people.changed(wanted.name))
      onDone()
    },
    onError: () => setTries((turn) => turn + 1),
  })
  const unconfirmed = saving.isError && isUnconfirmed(saving.error)
  const nameless = tries > 0 && !wanted.name.trim() ? texts.people.nameMissing : undefined
  const submit = (event: Event) => {
    event.preventDefault()
    if (saving.isPending) return
    if (!wanted.name.trim()) setTries(tries + 1)
    else saving.mutate({ ...wanted, name: wanted.name.trim() })
  }
  return (
    <Dialog title={texts.people.changeOf(clerk.name)} onCancel={onDone}>
      <form noValidate onSubmit={submit}>
        {saving.isError && !unconfirmed ? (
          <Notice tone="danger">
            <p>{statusOf(saving.error) === 409 ? texts.people.lastAdmin : inWords(saving.error, texts)}</p>
          </Notice>
        ) : null}
        <Field
          label={texts.people.name}
          name="name"
          value={wanted.name}
          onInput={(name) => setWanted({ ...wanted, name })}
          fault={nameless}
          focus={nameless ? tries : undefined}
        />
        <RoleChoice chosen={wanted.role} onChoose={(role) => setWanted({ ...wanted, role })} />
        <AgendaChecks
          agendas={agendas}
          chosen={wanted.agendas}
          onChoose={(chosen) => setWanted({ ...wanted, agendas: chosen })}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={wanted.active}
            onChange={(event) => setWanted({ ...wanted, active: event.currentTarget.checked })}
          />
          {texts.people.maySignIn}
        </label>
        <ConfirmField
          value={wanted.yourPassword}
          onInput={(yourPassword) => setWanted({ ...wanted, yourPassword })}
          fault={unconfirmed ? texts.confirm.wrong : undefined}
          focus={unconfirmed ? tries : undefined}
        />
        <DialogButtons save={texts.people.saveChange} busy={saving.isPending} onCancel={onDone} />
      </form>
    </Dialog>
  )
}
