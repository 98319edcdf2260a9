import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { inWords } from '../api/faults'
import { handingApi } from '../api/handing-api'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { DialogButtons } from '../parts/dialog/dialog'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { useWords } from './words'

interface InstitutionFormProps {
  readonly conversation: string
  readonly onCancel: () => void
}

type Missing = 'name' | 'url'

/** Asks which institution; sending it asks the citizen and hands over nothing. */
export function InstitutionForm({ conversation, onCancel }: InstitutionFormProps) {
  const texts = useTexts()
  const words = useWords()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [name, setName] = useState('')
  const [written, setWritten] = useState<string>()
  const [missing, setMissing] = useState<Missing>()
  const { data } = useQuery({ queryKey: keys.institutions, queryFn: handingApi.institutions })
  const institutions = data?.institutions ?? []
  // Of a known institution, unless the clerk wrote another one.
  const url = written ?? institutions.find((each) => each.name === name)?.url ?? ''
  const asking = useAsking(conversation, onCancel)
  useEffect(() => {
    if (missing) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [missing])
  const send = (event: Event) => {
    event.preventDefault()
    if (asking.isPending) return
    const fault = !name.trim() ? 'name' : /^(https?:\/\/\S+)?$/.test(url.trim()) ? undefined : 'url'
    setMissing(fault)
    if (!fault) asking.mutate({ name: name.trim(), url: url.trim() })
  }
  return (
    <form ref={form} noValidate onSubmit={send}>
      {asking.isError ? (
        <Notice tone="danger">
          <p>{`${words.failed} ${inWords(asking.error, texts)}`}</p>
        </Notice>
      ) : null}
      <p class="dialog-word">{words.institutionText}</p>
      <div class="field">
        <label for={id}>{words.institution}</label>
        <input
          id={id}
          class="input"
          list={`${id}-list`}
          value={name}
          maxLength={120}
          autocomplete="off"
          autofocus
          aria-invalid={missing === 'name' ? true : undefined}
          aria-describedby={`${id}-hint`}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <datalist id={`${id}-list`}>
          {institutions.map((each) => (
            <option key={each.url} value={each.name} label={each.matters.slice(0, 3).join(', ')} />
          ))}
        </datalist>
        <p class={missing === 'name' ? 'field-fault' : 'field-hint'} id={`${id}-hint`}>
          {missing === 'name' ? words.institutionMissing : words.institutionHint}
        </p>
      </div>
      <div class="field">
        <label for={`${id}-url`}>{words.url}</label>
        <input
          id={`${id}-url`}
          class="input"
          type="url"
          value={url}
          maxLength={500}
          aria-invalid={missing === 'url' ? true : undefined}
          aria-describedby={missing === 'url' ? `${id}-bad` : undefined}
          onInput={(event) => setWritten(event.currentTarget.value)}
        />
        {missing === 'url' ? (
          <p class="field-fault" id={`${id}-bad`}>
            {words.urlBad}
          </p>
        ) : null}
      </div>
      <DialogButtons save={words.ask} busy={asking.isPending} busyWords={words.asking} onCancel={onCancel} />
    </form>
  )
}

function useAsking(conversation: string, onDone: () => void) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const words = useWords()
  return useMutation({
    mutationFn: ({ name, url }: { name: string; url: string }) => handingApi.ask(conversation, name, url),
    onSuccess: (_, { name }) => {
      announce(words.asked(name))
      void queries.invalidateQueries({ queryKey: keys.conversation(conversation) })
      onDone()
    },
  })
}
