import { useQuery, useQueryClient } from '@tanstack/preact-query'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Id } from '../../api/contract'
import { fileFault, filesApi, type DraftFile, type DraftFiles } from '../../api/files-api'
import { keys } from '../../api/queries'
import { randomId } from '../../api/random-id'
import { useAnnounce } from '../../parts/announcer/announcer'
import { upload } from './upload'
import { useFileWords } from './words'

/** What a reply takes along, as the editor must know it. */
export interface Enclosed {
  readonly ids: readonly Id[]
  /** A file is still on its way. */
  readonly busy: boolean
}

/** A file on its way to the gateway, or one that does not get there. */
export interface Upload {
  readonly key: string
  readonly name: string
  readonly size: number
  readonly sent: number
  /** Why it does not go along. */
  readonly fault?: string
  /** Trying again may help. */
  readonly passes?: boolean
}

interface Hands {
  readonly stop: AbortController
  readonly file: File
  id?: Id
}

/** The files of the clerk's draft in a conversation: those the gateway has, and those on their way. */
export function useEnclosures(conversation: string, onChange: (enclosed: Enclosed) => void) {
  const words = useFileWords()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const queryKey = useMemo(() => keys.files(conversation), [conversation])
  const list = useQuery({ queryKey, queryFn: () => filesApi.list(conversation), staleTime: 0 })
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const hands = useRef(new Map<string, Hands>())
  const limits = list.data?.limits
  const own = new Set([...hands.current.values()].map(({ id }) => String(id)))
  const files = (list.data?.files ?? []).filter(({ id, state }) => state !== 'arriving' || !own.has(String(id)))

  useEffect(() => {
    onChange({
      ids: files.filter(({ state }) => state !== 'arriving').map(({ id }) => id),
      busy: uploads.some(({ fault }) => fault === undefined),
    })
  }, [list.data, uploads])
  // A reply that is left takes no more files up; the gateway keeps those it has.
  useEffect(() => () => hands.current.forEach(({ stop }) => stop.abort()), [])

  const note = (key: string, more: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...more } : one)))
  const forget = (key: string) => {
    hands.current.delete(key)
    setUploads((all) => all.filter((one) => one.key !== key))
  }
  const keep = (change: (files: readonly DraftFile[]) => readonly DraftFile[]) =>
    queries.setQueryData(queryKey, (was: DraftFiles | undefined) => was && { ...was, files: change(was.files) })

  const go = async (key: string, held: Hands) => {
    const name = held.file.name || words.unnamed
    if (!limits) return
    try {
      const file = await upload({
        conversation,
        file: held.file,
        piece: limits.piece,
        signal: held.stop.signal,
        onProgress: (sent) => note(key, { sent }),
        onBegun: (id) => (held.id = id),
      })
      keep((all) => [...all.filter(({ id }) => String(id) !== String(file.id)), file])
      forget(key)
      announce(words.added(file.name))
    } catch (fault) {
      if (held.stop.signal.aborted) return
      const code = fileFault(fault)
      const why = code ? words.faults[code] : words.other
      note(key, { fault: why, passes: !code || code === 'later' || code === 'too-many' })
      announce(words.failed(name, why))
    }
  }
  const begin = (file: File) => {
    const key = randomId()
    const held: Hands = { stop: new AbortController(), file }
    hands.current.set(key, held)
    setUploads((all) => [...all, { key, name: file.name || words.unnamed, size: file.size, sent: 0 }])
    void go(key, held)
  }
  return {
    list,
    limits,
    files,
    uploads,
    add: (chosen: readonly File[]) => {
      if (limits) chosen.forEach(begin)
    },
    again: (key: string) => {
      const held = hands.current.get(key)
      forget(key)
      if (held) begin(held.file)
    },
    /** Takes back what is on its way. */
    stop: ({ key, name }: Upload) => {
      const held = hands.current.get(key)
      held?.stop.abort()
      forget(key)
      announce(words.removed(name))
      if (held?.id !== undefined) filesApi.remove(conversation, held.id).catch(() => {})
    },
    remove: async ({ id, name }: DraftFile) => {
      keep((all) => all.filter((one) => one.id !== id))
      announce(words.removed(name))
      await filesApi.remove(conversation, id).catch(() => {})
      void queries.invalidateQueries({ queryKey })
    },
  }
}
