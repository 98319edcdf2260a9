import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useId, useRef, useState } from 'preact/hooks'
import { BLOCK_REASONS, blocksApi, type Block } from '../api/blocks-api'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Notice } from '../parts/notice/notice'
import { useSession } from '../session/session'
import { useTexts } from '../texts/texts'
import { useWords } from './words'

interface BlockDialogProps {
  readonly conversation: string
  readonly onCancel: () => void
}

/** In hours; whoever keeps all blocks may choose the last one as well. */
const TIMES = [1, 24, 168] as const
const LONGEST = 720

/** Asks for how long and why nothing is accepted from the sender of a conversation. */
export function BlockDialog({ conversation, onCancel }: BlockDialogProps) {
  const texts = useTexts()
  const words = useWords()
  const { rights } = useSession()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [hours, setHours] = useState<number>(TIMES[0])
  const [reason, setReason] = useState<Block['reason']>('insults')
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const blocking = useBlocking(conversation, onCancel)
  const times = rights.includes('keep-blocks') ? [...TIMES, LONGEST] : TIMES
  const send = (event: Event) => {
    event.preventDefault()
    if (blocking.isPending) return
    const fault = reason === 'other' && !note.trim()
    setMissing(fault)
    if (fault) area.current?.focus()
    else blocking.mutate({ hours, reason, note: note.trim() })
  }
  return (
    <Dialog title={words.dialog} onCancel={onCancel}>
      <form noValidate onSubmit={send}>
        {blocking.isError ? (
          <Notice tone="danger">
            <p>{`${words.not} ${inWords(blocking.error, texts)}`}</p>
          </Notice>
        ) : null}
        <p class="dialog-word">{words.text}</p>
        <fieldset class="fieldset">
          <legend>{words.time}</legend>
          {times.map((each) => (
            <label class="check" key={each}>
              <input type="radio" name={`${id}-time`} checked={each === hours} autofocus={each === 1} onChange={() => setHours(each)} />
              {words.times[each]}
            </label>
          ))}
        </fieldset>
        <fieldset class="fieldset">
          <legend>{words.reason}</legend>
          {BLOCK_REASONS.map((each) => (
            <label class="check" key={each}>
              <input type="radio" name={`${id}-reason`} checked={each === reason} onChange={() => setReason(each)} />
              {words.reasons[each]}
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for={id}>{words.note}</label>
          <textarea
            ref={area}
            id={id}
            class="input"
            rows={2}
            value={note}
            maxLength={500}
            aria-invalid={missing ? true : undefined}
            aria-describedby={`${id}-hint`}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
          <p class={missing ? 'field-fault' : 'field-hint'} id={`${id}-hint`}>
            {missing ? words.noteMissing : words.noteHint}
          </p>
        </div>
        <DialogButtons save={words.submit} busy={blocking.isPending} busyWords={words.submitting} onCancel={onCancel} />
      </form>
    </Dialog>
  )
}

function useBlocking(conversation: string, onDone: () => void) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const words = useWords()
  return useMutation({
    mutationFn: ({ hours, reason, note }: { hours: number; reason: Block['reason']; note: string }) =>
      blocksApi.block(conversation, hours, reason, note),
    onSuccess: () => {
      announce(words.done)
      void queries.invalidateQueries({ queryKey: keys.conversation(conversation) })
      void queries.invalidateQueries({ queryKey: keys.queue })
      onDone()
    },
  })
}
