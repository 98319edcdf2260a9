import { useQueryClient, type QueryClient } from '@tanstack/preact-query'
import { createContext, type ComponentChildren } from 'preact'
import { useContext, useEffect, useMemo, useRef } from 'preact/hooks'
import { consoleApi, statusOf } from '../api/console-api'
import type { Desk } from '../api/contract'
import { keys } from '../api/queries'
import { useDoor, useSession } from '../session/session'
import { DraftPost, type DraftAddress, type Posted } from './draft-post'
import { draftKey, readDraft, writeDraft } from './drafts'

const Context = createContext<DraftPost | undefined>(undefined)

/** The one place drafts leave from; above the editors, which come and go while a request is under way. */
export function DraftPostingProvider({ children }: { children: ComponentChildren }) {
  const post = useDraftPost()
  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && post.hurryAll()
    document.addEventListener('visibilitychange', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      post.stop()
    }
  }, [post])
  return <Context.Provider value={post}>{children}</Context.Provider>
}

export function useDraftPosting(): DraftPost {
  const post = useContext(Context)
  if (!post) throw new Error('useDraftPosting needs a DraftPostingProvider above it')
  return post
}

function useDraftPost(): DraftPost {
  const queries = useQueryClient()
  const { state, noteFault } = useDoor()
  const { clerk } = useSession()
  const signedIn = useRef(true)
  signedIn.current = state.kind === 'in'
  return useMemo(() => {
    const send = async (address: DraftAddress, text: string): Promise<Posted> => {
      // Who signs in next may be somebody else.
      if (!signedIn.current) return 'later'
      try {
        await consoleApi.draft(address.conversation, address.kind, text)
      } catch (fault) {
        noteFault(fault)
        return mayPass(fault) ? 'later' : 'refused'
      }
      const key = draftKey(clerk.id, address.conversation, address.kind)
      const draft = readDraft(key)
      if (draft.text !== '') writeDraft(key, { ...draft, seen: text }, Date.now())
      await noteKept(queries, address, text)
      return 'kept'
    }
    return new DraftPost(send)
  }, [queries, noteFault, clerk.id])
}

function mayPass(fault: unknown): boolean {
  const status = statusOf(fault)
  return status === 0 || status === 401 || status === 429 || status >= 500
}

/** What is known of the desk follows; an answer that may be older than the change is asked for again. */
async function noteKept(queries: QueryClient, { conversation, kind }: DraftAddress, text: string): Promise<void> {
  const queryKey = keys.desk(conversation)
  const underWay = queries.isFetching({ queryKey }) > 0
  if (underWay) await queries.cancelQueries({ queryKey })
  queries.setQueryData(queryKey, (was: Desk | undefined) => {
    if (!was) return was
    const { [kind]: _, ...others } = was.drafts
    return { ...was, drafts: text === '' ? others : { ...others, [kind]: { text, at: new Date().toISOString() } } }
  })
  if (underWay) void queries.invalidateQueries({ queryKey })
}
