import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { consoleApi, isUnconfirmed } from '../api/console-api'
import type { Clerk } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { ConfirmField } from './confirm-field'

/** Takes away the second factor of somebody who lost their telephone. */
export function ResetSecondFactor({ clerk, onDone }: { clerk: Clerk; onDone: () => void }) {
  const texts = useTexts()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [yourPassword, setYourPassword] = useState('')
  const [tries, setTries] = useState(0)
  const saving = useMutation({
    mutationFn: (given: string) => consoleApi.resetSecondFactor(clerk.id, given),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.clerks })
      announce(texts.people.factorReset(clerk.name))
      onDone()
    },
    onError: () => setTries((turn) => turn + 1),
  })
  const unconfirmed = saving.isError && isUnconfirmed(saving.error)
  const submit = (event: Event) => {
    event.preventDefault()
    if (!saving.isPending) saving.mutate(yourPassword)
  }
  return (
    <Dialog title={texts.people.resetFactorOf(clerk.name)} onCancel={onDone}>
      <form noValidate onSubmit={submit}>
        {saving.isError && !unconfirmed ? (
          <Notice tone="danger">
            <p>{inWords(saving.error, texts)}</p>
          </Notice>
        ) : null}
        <p>{texts.people.resetFactorText}</p>
        {clerk.role === 'admin' ? (
          <ConfirmField
            value={yourPassword}
            onInput={setYourPassword}
            fault={unconfirmed ? texts.confirm.wrong : undefined}
            focus={unconfirmed ? tries : undefined}
          />
        ) : null}
        <DialogButtons save={texts.people.resetFactor} busy={saving.isPending} onCancel={onDone} />
      </form>
    </Dialog>
  )
}
