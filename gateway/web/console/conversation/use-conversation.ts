import { useMutation, useQuery, useQueryClient, type InfiniteData } from '@tanstack/preact-query'
import { useEffect } from 'preact/hooks'
import { consoleApi, holderOf, statusOf } from '../api/console-api'
import { inWords } from '../api/faults'
import { handingApi, isAway, type Destination } from '../api/handing-api'
import { keys } from '../api/queries'
import { sameId, type Item, type Outcome, type QueuePage, type Transcript } from '../api/contract'
import { useAnnounce } from '../parts/announcer/announcer'
import { useTexts, type Texts } from '../texts/texts'

export function useConversation(id: string) {
  return useQuery({ queryKey: keys.conversation(id), queryFn: () => consoleApi.conversation(id) })
}

/**
 * Tells the gateway that the clerk has read what is shown, each time there is more of it. It is told while
 * the window can be seen; the lists on this screen know at once.
 */
export function useReading({ conversation, lines }: Transcript): void {
  const queries = useQueryClient()
  const id = String(conversation.conversation)
  const last = lines.at(-1)?.seq
  const open = conversation.state === 'waiting' || conversation.state === 'with-clerk'
  useEffect(() => {
    if (!open || last === undefined) return undefined
    const tell = () => {
      if (document.visibilityState === 'hidden') return
      document.removeEventListener('visibilitychange', tell)
      // Who cannot be told now is told with the next line.
      consoleApi.read(id).then(
        () => queries.setQueriesData({ queryKey: keys.queue }, (list: Pages) => list && asRead(list, id)),
        () => {},
      )
    }
    document.addEventListener('visibilitychange', tell)
    tell()
    return () => document.removeEventListener('visibilitychange', tell)
  }, [queries, id, last, open])
}

type Pages = InfiniteData<QueuePage, string> | undefined

function asRead(list: InfiniteData<QueuePage, string>, id: string): InfiniteData<QueuePage, string> {
  const items = (page: QueuePage) =>
    page.items.map((item) => (sameId(item.conversation, id) && item.unread ? { ...item, unread: false } : item))
  return { ...list, pages: list.pages.map((page) => ({ ...page, items: items(page) })) }
}

export type Action =
  | { readonly kind: 'claim' | 'giveBack' }
  | { readonly kind: 'close'; readonly outcome: Outcome }
  | { readonly kind: 'snooze'; readonly until: string }
  | { readonly kind: 'transfer'; readonly to: Destination; readonly note: string }

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
    lost: statusOf(mutation.error) === 409 && !isAway(mutation.error),
  }
}

function request(id: string, action: Action): Promise<Item> {
  if (action.kind === 'transfer') return handingApi.transfer(id, action.to, action.note)
  if (action.kind === 'close') return consoleApi.close(id, action.outcome)
  if (action.kind === 'snooze') return consoleApi.snooze(id, action.until)
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
    case 'snooze':
      return texts.snooze.done
    case 'transfer':
      return action.to.agenda ? texts.actions.transferred(action.to.name) : texts.actions.offered(action.to.name)
  }
}

function refused(action: Action, fault: unknown, texts: Texts): string {
  if (action.kind === 'claim' && statusOf(fault) === 409) {
    const holder = holderOf(fault)
    return holder ? texts.actions.lost(holder) : texts.actions.lostNameless
  }
  if (isAway(fault)) return texts.actions.away
  return `${texts.actions.failed} ${statusOf(fault) === 409 ? texts.composer.taken : inWords(fault, texts)}`
}
