import { useQuery } from '@tanstack/preact-query'
import { consoleApi } from './console-api'
import type { AgendaCount } from './contract'
import { keys } from './queries'

const NONE: readonly never[] = []

/** The office's agendas as the queue names them; none until they are known. */
export function useAgendas(): readonly AgendaCount[] {
  const query = useQuery({ queryKey: keys.agendas, queryFn: () => consoleApi.queue('all', '', '') })
  return query.data?.agendas ?? NONE
}
