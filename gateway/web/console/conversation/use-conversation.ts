import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { consoleApi, holderOf, statusOf } from '../api/console-api'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import type { Item, Transcript } from '../api/contract'
import { useAnnounce } from '../parts/announcer/announcer'
import { useTexts, type Texts } from '../texts/texts'

export function useConversation(id: string) {
  return useQuery({ queryKey: keys.conversation(id), queryFn: () => consoleApi.conversation(id) })
}

export type Action = 'claim' | 'giveBack' | 'close'

/** Acts on a conversation; the outcome shows at once and is announced, a refusal is told in words. */
export function useActions(id: string) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const texts = useTexts()
  const mutation = useMutation({
    mutationFn: (action: Action) => consoleApi[action](id),
    onSuccess: (item: Item | undefined, action) => {
      queries.setQueryData(keys.conversation(id), (was: Transcript | undefined) =>
        was && item ? { ...was, conversation: item } : was,
      )
      announce(done(action, texts))
    },
    onError: (fault, action) => announce(refused(action, fault, texts)),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keys.conversation(id) })
      void queries.invalidateQueries({ queryKey: keys.queue })
    },
  })
  return {
    act: (action: Action) => {
      if (!mutation.isPending) mutation.mutate(action)
    },
    busy: mutation.isPending ? mutation.variables : undefined,
    refusal: mutation.isError ? refused(mutation.variables, mutation.error, texts) : undefined,
  }
}

function done(action: Action, texts: Texts): string {
  if (action === 'claim') return texts.actions.claimed
  return action === 'close' ? texts.actions.closed : texts.actions.givenBack
}

function refused(action: Action, fault: unknown, texts: Texts): string {
  if (action === 'claim' && statusOf(fault) === 409) {
    const holder = holderOf(fault)
    return holder ? texts.actions.lost(holder) : texts.actions.lostNameless
  }
  return `${texts.actions.failed} ${statusOf(fault) === 409 ? texts.composer.taken : inWords(fault, texts)}`
}
