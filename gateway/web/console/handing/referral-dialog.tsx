import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { inWords } from '../api/faults'
import { handingApi } from '../api/handing-api'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog } from '../parts/dialog/dialog'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { useWords } from './words'

interface ReferralDialogProps {
  readonly id: string
  readonly institution: string
  readonly onClose: () => void
}

/** What the citizen agreed may go to an institution, to be shortened, copied or saved; then the matter ends. */
export function ReferralDialog({ id, institution, onClose }: ReferralDialogProps) {
  const texts = useTexts()
  const words = useWords()
  const announce = useAnnounce()
  const field = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const { text, setText, fault } = useText(id)
  const passing = usePassing(id, onClose)
  useEffect(() => {
    if (text !== undefined) area.current?.focus()
  }, [text === undefined])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text ?? '')
    } catch {
      // No clipboard for this page: what is selected can still be copied by the keyboard.
      area.current?.select()
      document.execCommand('copy')
    }
    announce(words.copied)
  }
  const refusal = fault ?? (passing.isError ? passing.error : undefined)
  return (
    <Dialog title={words.textTitle(institution)} onCancel={onClose}>
      {refusal === undefined ? null : (
        <Notice tone="danger">
          <p>{`${words.failed} ${inWords(refusal, texts)}`}</p>
        </Notice>
      )}
      <p class="dialog-word">{words.textText}</p>
      {text === undefined ? (
        <p>{fault === undefined ? words.loading : ''}</p>
      ) : (
        <div class="field">
          <label for={field}>{words.text}</label>
          <textarea
            ref={area}
            id={field}
            class="input handing-text"
            rows={12}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
      )}
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={onClose}>
          {words.close}
        </button>
        <button type="button" class="button" aria-disabled={text === undefined} onClick={() => text !== undefined && void copy()}>
          {words.copy}
        </button>
        <button type="button" class="button" aria-disabled={text === undefined} onClick={() => text !== undefined && save(text)}>
          {words.save}
        </button>
        <button
          type="button"
          class="button button-main"
          aria-disabled={text === undefined || passing.isPending}
          onClick={() => text !== undefined && !passing.isPending && passing.mutate()}
        >
          {passing.isPending ? words.passing : words.passed}
        </button>
      </div>
    </Dialog>
  )
}

/** Asked for once: each time is a deed in the audit, and what was shortened stays. */
function useText(id: string) {
  const [text, setText] = useState<string>()
  const [fault, setFault] = useState<unknown>()
  useEffect(() => {
    let left = false
    handingApi.text(id).then(
      (made) => left || setText(made.text),
      (refusal: unknown) => left || setFault(refusal),
    )
    return () => {
      left = true
    }
  }, [id])
  return { text, setText, fault }
}

function usePassing(id: string, onDone: () => void) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const words = useWords()
  return useMutation({
    mutationFn: () => handingApi.passed(id),
    onSuccess: () => {
      announce(words.done)
      void queries.invalidateQueries({ queryKey: keys.conversation(id) })
      void queries.invalidateQueries({ queryKey: keys.queue })
      onDone()
    },
  })
}

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'okenko-predani.txt'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
