import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { blocksApi, type Block } from '../api/blocks-api'
import { sameId } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { useNow } from '../parts/hooks'
import { Notice } from '../parts/notice/notice'
import { useSession } from '../session/session'
import { useTexts } from '../texts/texts'
import { whenExactly } from '../texts/times'
import { useWords } from './words'

/** Ends a block; lists and conversations that told of it are loaded anew. */
export function useLifting(onDone: () => void = () => {}) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const texts = useTexts()
  const words = useWords()
  return useMutation({
    mutationFn: (block: Block) => blocksApi.lift(block.id),
    onSuccess: () => {
      onDone()
      announce(words.lifted)
    },
    onError: (fault) => announce(`${words.not} ${inWords(fault, texts)}`),
    onSettled: (_, __, block) => {
      void queries.invalidateQueries({ queryKey: keys.blocks })
      void queries.invalidateQueries({ queryKey: keys.conversation(String(block.conversation)) })
    },
  })
}

/** In a conversation: its sender is blocked, until when and by whom. */
export function Blocked({ block }: { block: Block }) {
  const texts = useTexts()
  const words = useWords()
  const now = useNow()
  const { clerk, rights } = useSession()
  const lifting = useLifting()
  const may = sameId(block.clerk.id, clerk.id) || rights.includes('keep-blocks')
  return (
    <Notice tone="warn">
      <div>
        <p>{words.blocked(whenExactly(block.until, now, texts), words.reasons[block.reason], block.clerk.name)}</p>
        {block.note ? <p class="soft">{block.note}</p> : null}
      </div>
      {may ? (
        <button type="button" class="button" aria-disabled={lifting.isPending} onClick={() => lifting.isPending || lifting.mutate(block)}>
          {words.lift}
        </button>
      ) : null}
    </Notice>
  )
}
