import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useId, useState } from 'preact/hooks'
import { directoryApi, type Person } from '../api/directory-api'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { FieldFault } from '../parts/field/field'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { base64, squared } from './picture'

/** Gives a person a photograph, drawn small before it leaves this computer, or takes it away. */
export function PhotographDialog({ person, onDone }: { person: Person; onDone: () => void }) {
  const texts = useTexts()
  const say = texts.directory
  const id = useId()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [drawn, setDrawn] = useState('')
  const [fault, setFault] = useState<string>()
  const saving = useMutation({
    mutationFn: (jpeg: string) => directoryApi.photograph(person.id, jpeg),
    onSuccess: (_, jpeg) => {
      announce(jpeg === '' ? say.photographDropped(person.name) : say.photographSaved(person.name))
      onDone()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.directory }),
  })
  const choose = async (file: File | undefined) => {
    setFault(undefined)
    setDrawn('')
    if (!file) return
    try {
      setDrawn(await squared(file))
    } catch {
      setFault(say.photographBad)
    }
  }
  const submit = (event: Event) => {
    event.preventDefault()
    if (saving.isPending) return
    if (drawn === '') setFault(say.photographMissing)
    else saving.mutate(base64(drawn))
  }
  const described = [`${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <Dialog title={say.photographOf(person.name)} onCancel={onDone}>
      <form noValidate onSubmit={submit}>
        {saving.isError ? (
          <Notice tone="danger">
            <p>{inWords(saving.error, texts)}</p>
          </Notice>
        ) : null}
        <div class="field">
          <label for={`${id}-file`}>{say.photographFile}</label>
          <input
            id={`${id}-file`}
            class="input"
            type="file"
            accept="image/jpeg,image/png"
            aria-invalid={fault ? true : undefined}
            aria-describedby={described}
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
          <p class="field-hint" id={`${id}-hint`}>
            {say.photographHint}
          </p>
          <FieldFault id={id} words={fault} />
        </div>
        {drawn === '' ? null : <img class="face face-large" src={drawn} alt={say.photographPreview} width="160" height="160" />}
        {person.photograph === '' ? null : (
          <button type="button" class="button" onClick={() => saving.isPending || saving.mutate('')}>
            {say.photographDrop}
          </button>
        )}
        <DialogButtons save={say.save} busy={saving.isPending} onCancel={onDone} />
      </form>
    </Dialog>
  )
}
