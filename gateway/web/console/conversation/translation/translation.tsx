import { useQuery, useQueryClient } from '@tanstack/preact-query'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Line } from '../../api/contract'
import { keys } from '../../api/queries'
import { translationApi, translationFault, type Translations } from '../../api/translation-api'
import { useAnnounce } from '../../parts/announcer/announcer'
import { useAlways } from './use-always'
import { useTranslationWords } from './words'
import './translation.css'

/** How far back lines are translated by themselves. */
const RECENT = 24 * 60 * 60 * 1000

export function useTranslations(conversation: string) {
  return useQuery({ queryKey: keys.translations(conversation), queryFn: () => translationApi.list(conversation) })
}

export interface LineTranslationProps {
  readonly conversation: string
  readonly line: Line
}

/** Below a line in another language: what it says in Czech, or a button that asks for it. */
export function LineTranslation({ conversation, line }: LineTranslationProps) {
  const words = useTranslationWords()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const known = useTranslations(conversation).data
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const [always] = useAlways()
  const asked = useRef(false)
  const found = known?.translations.find(({ message }) => String(message) === String(line.id))
  const translate = async (aloud: boolean) => {
    if (busy) return
    setBusy(true)
    setFault(undefined)
    try {
      const made = await translationApi.translate(conversation, line.id)
      queries.setQueryData(keys.translations(conversation), (was: Translations | null | undefined) =>
        was ? { ...was, translations: [...was.translations, made] } : was,
      )
      if (aloud) announce(`${words.machine}: ${made.text}`)
    } catch (error) {
      const why = words.failed(words.faults[translationFault(error)])
      setFault(why)
      if (aloud) announce(why)
    }
    setBusy(false)
  }
  const wanted = always && known != null && !found && line.author === 'citizen' && Date.now() - Date.parse(line.at) < RECENT
  useEffect(() => {
    if (!wanted || asked.current) return
    asked.current = true
    void translate(false)
  }, [wanted])
  if (!known || (line.author !== 'citizen' && !found)) return null
  if (found) {
    return (
      <div class="line-translation">
        <p lang={found.language}>{found.text}</p>
        <p class="soft">{found.machine ? words.machine : words.original}</p>
      </div>
    )
  }
  return (
    <div class="line-translation line-translate">
      <button type="button" class="button button-quiet" aria-disabled={busy} onClick={() => void translate(true)}>
        {busy ? words.translating : words.translate}
      </button>
      {fault ? <p class="line-translation-fault">{fault}</p> : null}
    </div>
  )
}
