import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { consoleApi, holderOf, statusOf } from '../api/console-api'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import type { AgendaCount, Item, Transcript } from '../api/contract'
import { useAnnounce } from '../parts/announcer/announcer'
import { useTexts, type Texts } from '../texts/texts'

export function useConversation(id: string) {
  return useQuery({ queryKey: keys.conversation(id), queryFn: () => consoleApi.conversation(id) })
}

export type Action =
  | { readonly kind: 'claim' | 'giveBack' | 'close' }
  | { readonly kind: 'transfer'; readonly agenda: AgendaCount; readonly note: string }

/** Acts on a conversation; the outcome shows at once and is announced, a refusal is told in words. */
export function useActions(id: string) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const texts = useTexts()
  const mutation = useMutation({
    mutationFn: (action: Action) => request(id, action),
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
    busy: mutation.isPending ? mutation.variables.kind : undefined,
    /** What was done last or is being done; nothing after a refusal. */
    did: mutation.isError ? undefined : mutation.variables?.kind,
    refusal: mutation.isError ? refused(mutation.variables, mutation.error, texts) : undefined,
    /** The refusal says that the conversation is no longer the clerk's. */
    lost: statusOf(mutation.error) === 409,
  }
}

function request(id: string, action: Action): Promise<Item> {
  if (action.kind === 'transfer') return consoleApi.transfer(id, { agenda: action.agenda.id, note: action.note })
  return consoleApi[action.kind](id)
}

function done(action: Action, texts: Texts): string {
  switch (action.kind) {
    case 'claim':
      return texts.actions.claimed
    case 'close':
      return texts.actions.closed
    case 'giveBack':
      return texts.actions.givenBack
    case 'transfer':
      return texts.actions.transferred(action.agenda.name)
  }
}

function refused(action: Action, fault: unknown, texts: Texts): string {
  if (action.kind === 'claim' && statusOf(fault) === 409) {
    const holder = holderOf(fault)
    return holder ? texts.actions.lost(holder) : texts.actions.lostNameless
  }
  return `${texts.actions.failed} ${statusOf(fault) === 409 ? texts.composer.taken : inWords(fault, texts)}`
}
