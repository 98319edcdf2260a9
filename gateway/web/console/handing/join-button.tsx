import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { inWords } from '../api/faults'
import { handingApi } from '../api/handing-api'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { useWords } from './words'

interface JoinButtonProps {
  readonly conversation: string
  /** Another open one of the same citizen, and where it is held. */
  readonly other: string
  readonly channel: string
}

/** Joins this conversation with another one of the citizen, after a question. */
export function JoinButton({ conversation, other, channel }: JoinButtonProps) {
  const texts = useTexts()
  const words = useWords()
  const [asking, setAsking] = useState(false)
  const joining = useJoining(conversation, () => setAsking(false))
  return (
    <p class="citizen-buttons">
      <button type="button" class="button" aria-label={words.joinOf(channel)} onClick={() => setAsking(true)}>
        {words.join}
      </button>
      {asking ? (
        <Dialog title={words.joinOf(channel)} onCancel={() => setAsking(false)}>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (!joining.isPending) joining.mutate(other)
            }}
          >
            {joining.isError ? (
              <Notice tone="danger">
                <p>{`${words.failed} ${inWords(joining.error, texts)}`}</p>
              </Notice>
            ) : null}
            <p class="dialog-word">{words.joinText}</p>
            <DialogButtons save={words.join} busy={joining.isPending} onCancel={() => setAsking(false)} />
          </form>
        </Dialog>
      ) : null}
    </p>
  )
}

/** Goes to the conversation that goes on; it may be the other one. */
function useJoining(conversation: string, onDone: () => void) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const words = useWords()
  const [, go] = useLocation()
  return useMutation({
    mutationFn: (other: string) => handingApi.join(conversation, other),
    onSuccess: ({ conversation: now }, other) => {
      announce(words.joined)
      onDone()
      for (const id of [conversation, other]) void queries.invalidateQueries({ queryKey: keys.conversation(id) })
      void queries.invalidateQueries({ queryKey: keys.queue })
      go(`/konverzace/${encodeURIComponent(now)}`)
    },
  })
}
