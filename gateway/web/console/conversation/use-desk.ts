import { useQuery } from '@tanstack/preact-query'
import { consoleApi } from '../api/console-api'
import { keys } from '../api/queries'

/** That a colleague fell silent is no event; while somebody is here the gateway is asked again. */
const WATCHED = 30_000

/** Who else is at the conversation, and the clerk's drafts there; asked for anew at each opening. */
export function useDesk(conversation: string) {
  return useQuery({
    queryKey: keys.desk(conversation),
    queryFn: () => consoleApi.desk(conversation),
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.present.length ? WATCHED : false),
  })
}
