import { useQuery } from '@tanstack/preact-query'
import { consoleApi } from './console-api'
import type { AgendaCount, Filter } from './contract'
import { EVERYTHING } from './filters'
import { keys } from './queries'

const NONE: readonly never[] = []
const ARCHIVE: Filter = { ...EVERYTHING, view: 'all' }

/** The office's agendas as the queue names them; none until they are known. */
export function useAgendas(): readonly AgendaCount[] {
  const query = useQuery({ queryKey: keys.agendas, queryFn: () => consoleApi.queue(ARCHIVE, '') })
  return query.data?.agendas ?? NONE
}
