import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useId, useState } from 'preact/hooks'
import { consoleApi } from '../api/console-api'
import type { Right } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Field } from '../parts/field/field'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'

const RIGHTS: readonly Right[] = ['see-conversations', 'write-notes', 'read-audit']
const DAYS: readonly number[] = [30, 90, 365, 730]

/** A name, what the program may do and for how long; then its token, once. */
export function AddIntegration({ onDone }: { onDone: () => void }) {
  const texts = useTexts()
  const words = texts.integrations
  const id = useId()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [rights, setRights] = useState<readonly Right[]>(['see-conversations'])
  const [days, setDays] = useState(365)
  const [tries, setTries] = useState(0)
  const saving = useMutation({
    mutationFn: (given: { readonly name: string; readonly rights: readonly Right[]; readonly days: number }) =>
      consoleApi.addIntegration(given.name, given.rights, given.days),
    onSuccess: () => void queries.invalidateQueries({ queryKey: keys.integrations }),
  })
  const nameless = tries > 0 && !name.trim() ? words.nameMissing : undefined
  const rightless = tries > 0 && rights.length === 0
  const submit = (event: Event) => {
    event.preventDefault()
    if (saving.isPending) return
    if (!name.trim() || rights.length === 0) setTries(tries + 1)
    else saving.mutate({ name: name.trim(), rights, days })
  }
  if (saving.isSuccess) {
    return (
      <Dialog title={words.tokenTitle}>
        <p>{words.tokenText}</p>
        <p class="new-token">{saving.data.token}</p>
        <div class="dialog-buttons">
          <button type="button" class="button button-main" onClick={onDone} autofocus>
            {words.tokenKept}
          </button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={words.add} onCancel={onDone}>
      <form noValidate onSubmit={submit}>
        {saving.isError || rightless ? (
          <Notice tone="danger">
            <p>{rightless ? words.rightsMissing : inWords(saving.error, texts)}</p>
          </Notice>
        ) : null}
        <Field
          label={words.name}
          name="integration"
          hint={words.nameHint}
          value={name}
          onInput={setName}
          fault={nameless}
          focus={nameless ? tries : undefined}
        />
        <fieldset class="fieldset">
          <legend>{words.may}</legend>
          {RIGHTS.map((right) => (
            <label key={right} class="check">
              <input
                type="checkbox"
                checked={rights.includes(right)}
                onChange={(event) =>
                  setRights(
                    event.currentTarget.checked ? [...rights, right] : rights.filter((other) => other !== right),
                  )
                }
              />
              {words.rights[right]}
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for={id}>{words.good}</label>
          <select
            id={id}
            class="select"
            value={days}
            onChange={(event) => setDays(Number(event.currentTarget.value))}
          >
            {DAYS.map((count) => (
              <option key={count} value={count}>
                {texts.times.days(count)}
              </option>
            ))}
          </select>
        </div>
        <DialogButtons save={words.add} busy={saving.isPending} onCancel={onDone} />
      </form>
    </Dialog>
  )
}
