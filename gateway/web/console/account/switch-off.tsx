import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { consoleApi, isUnconfirmed } from '../api/console-api'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Notice } from '../parts/notice/notice'
import { ConfirmField } from '../people/confirm-field'
import { useTexts } from '../texts/texts'

/** Switches the own second factor off. */
export function SwitchOff({ onDone }: { onDone: () => void }) {
  const texts = useTexts()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [password, setPassword] = useState('')
  const [tries, setTries] = useState(0)
  const saving = useMutation({
    mutationFn: (given: string) => consoleApi.switchOffSecondFactor(given),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.account })
      announce(texts.ownAccount.off)
      onDone()
    },
    onError: () => setTries((turn) => turn + 1),
  })
  const unconfirmed = saving.isError && isUnconfirmed(saving.error)
  const submit = (event: Event) => {
    event.preventDefault()
    if (!saving.isPending) saving.mutate(password)
  }
  return (
    <Dialog title={texts.ownAccount.switchOff} onCancel={onDone}>
      <form noValidate onSubmit={submit}>
        {saving.isError && !unconfirmed ? (
          <Notice tone="danger">
            <p>{inWords(saving.error, texts)}</p>
          </Notice>
        ) : null}
        <ConfirmField
          value={password}
          onInput={setPassword}
          fault={unconfirmed ? texts.confirm.wrong : undefined}
          focus={unconfirmed ? tries : undefined}
        />
        <DialogButtons save={texts.ownAccount.switchOff} busy={saving.isPending} onCancel={onDone} />
      </form>
    </Dialog>
  )
}
