import { keepPreviousData, useQuery } from '@tanstack/preact-query'
import { useEffect, useId, useState } from 'preact/hooks'
import { aidsApi, type FoundArticle } from '../api/aids-api'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog } from '../parts/dialog/dialog'
import { Fault } from '../parts/fault/fault'
import { useTexts } from '../texts/texts'
import './insert-dialog.css'

/** From the last key to the question. */
const PAUSE = 300

/** The shortest words worth a question. */
const SHORTEST = 2

/** The longest question the gateway looks for. */
const LONGEST_QUESTION = 200

interface InsertDialogProps {
  /** In which language the citizen writes. */
  readonly language: string
  readonly onInsert: (words: string) => void
  readonly onCancel: () => void
}

/** Finds articles; one of them or a single fact goes into the reply, with a link to where it stands. */
export function InsertDialog({ language, onInsert, onCancel }: InsertDialogProps) {
  const texts = useTexts()
  const { insert } = texts.aids
  const id = useId()
  const [typed, setTyped] = useState('')
  const words = usePaused(typed.trim())
  const query = useQuery({
    queryKey: keys.articles(words, language),
    queryFn: () => aidsApi.articles(words, language),
    enabled: words.length >= SHORTEST,
    placeholderData: keepPreviousData,
  })
  const articles = words.length >= SHORTEST ? query.data?.articles : undefined
  const result = query.isPlaceholderData ? undefined : articles && insert.found(articles.length)
  const announce = useAnnounce()
  useEffect(() => {
    if (result) announce(result)
  }, [words, result, announce])
  return (
    <Dialog title={insert.title} onCancel={onCancel}>
      <search class="field">
        <label for={id}>{insert.search}</label>
        <input
          id={id}
          class="input"
          type="search"
          autofocus
          autocomplete="off"
          maxLength={LONGEST_QUESTION}
          value={typed}
          aria-describedby={`${id}-hint`}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <p class="field-hint" id={`${id}-hint`}>
          {insert.hint}
        </p>
      </search>
      {query.isError ? (
        <Fault words={`${insert.failed} ${inWords(query.error, texts)}`} onRetry={() => void query.refetch()} />
      ) : null}
      {result ? <p class="soft">{result}</p> : null}
      {articles?.map((article) => (
        <Article key={article.slug} article={article} onInsert={onInsert} />
      ))}
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={onCancel}>
          {insert.close}
        </button>
      </div>
    </Dialog>
  )
}

function Article({ article, onInsert }: { article: FoundArticle; onInsert: (words: string) => void }) {
  const { aids: { insert } } = useTexts()
  const { title, url, parts } = article
  const link = `[${title}](${url})`
  const put = (words: readonly string[]) => onInsert([...words, link].join('\n\n'))
  return (
    <article class="found">
      <h3>{title}</h3>
      <ul role="list">
        {parts.map(({ aspect, text }) => (
          <li key={aspect} class="found-part">
            <p>
              <strong>{insert.aspects[aspect]}</strong> {bare(text)}
            </p>
            <button
              type="button"
              class="button"
              aria-label={insert.partOf(insert.aspects[aspect], title)}
              onClick={() => put([text])}
            >
              {insert.part}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button"
        aria-label={insert.wholeOf(title)}
        onClick={() => put(parts.map(({ aspect, text }) => (aspect === 'answer' ? text : `**${insert.aspects[aspect]}:** ${text}`)))}
      >
        {insert.whole}
      </button>
    </article>
  )
}

/** Markdown without its marks: here it is only looked at. */
function bare(text: string): string {
  return text
    .replace(/^(?:-|\d+\.) /gm, '')
    .replace(/\*\*/g, '')
    .replace(/\[([^[\]\n]+)\]\([^()\s]+\)/g, '$1')
}

/** The value once nothing was typed for a moment. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}
