import { useQuery } from '@tanstack/preact-query'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'
import { consoleApi } from '../api/console-api'
import { REASONS, type ArticleTitle, type Outcome } from '../api/contract'
import { keys } from '../api/queries'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { useTexts } from '../texts/texts'

interface CloseDialogProps {
  readonly title: string
  readonly children?: ComponentChildren
  readonly onCancel: () => void
  readonly onClose: (outcome: Outcome) => void
}

/** Asks how it ended and whether the answer was among the articles, so that editors learn what is missing. */
export function CloseDialog({ title, children, onCancel, onClose }: CloseDialogProps) {
  const texts = useTexts()
  const words = texts.closing
  const [reason, setReason] = useState<NonNullable<Outcome['reason']>>('answered')
  const [inBase, setInBase] = useState<'yes' | 'no'>()
  const [article, setArticle] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    onClose({ reason, ...(inBase && { inBase }), ...(inBase === 'yes' && article && { article }) })
  }
  return (
    <Dialog title={title} onCancel={onCancel}>
      <form onSubmit={submit}>
        <p class="dialog-word">{texts.actions.closeText}</p>
        <Radios label={words.reason} options={REASONS} names={words.reasons} chosen={reason} onChoose={setReason} first />
        <Radios
          label={words.inBase}
          options={['yes', 'no'] as const}
          names={words.inBases}
          chosen={inBase}
          onChoose={setInBase}
        />
        {inBase === 'yes' ? <ArticleField onArticle={setArticle} /> : null}
        {children}
        <DialogButtons save={texts.actions.closeYes} busy={false} onCancel={onCancel} />
      </form>
    </Dialog>
  )
}

interface RadiosProps<K extends string> {
  readonly label: string
  readonly options: readonly K[]
  readonly names: Readonly<Record<K, string>>
  readonly chosen: K | undefined
  readonly onChoose: (option: K) => void
  /** The chosen one has the focus when the dialog opens. */
  readonly first?: boolean
}

function Radios<K extends string>({ label, options, names, chosen, onChoose, first = false }: RadiosProps<K>) {
  const group = useId()
  return (
    <fieldset class="fieldset">
      <legend>{label}</legend>
      {options.map((option) => (
        <label class="check" key={option}>
          <input
            type="radio"
            name={group}
            checked={option === chosen}
            autofocus={first && option === chosen}
            onChange={() => onChoose(option)}
          />
          {names[option]}
        </label>
      ))}
    </fieldset>
  )
}

const NONE: readonly ArticleTitle[] = []

/** An article by words of its title; tells the slug once a title was picked. */
function ArticleField({ onArticle }: { onArticle: (slug: string) => void }) {
  const texts = useTexts()
  const id = useId()
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), 250)
    return () => clearTimeout(timer)
  }, [words])
  const { data } = useQuery({
    queryKey: keys.titles(asked),
    queryFn: () => consoleApi.titles(asked),
    enabled: asked.length > 1,
    placeholderData: (before) => before,
  })
  const titles = data?.candidates ?? NONE
  const write = (text: string) => {
    setWords(text)
    onArticle(titles.find((article) => article.title === text)?.slug ?? '')
  }
  return (
    <div class="field">
      <label for={id}>{texts.closing.article}</label>
      <input
        id={id}
        class="input"
        list={`${id}-titles`}
        value={words}
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <datalist id={`${id}-titles`}>
        {titles.map((article) => (
          <option key={article.slug} value={article.title} />
        ))}
      </datalist>
      <p class="field-hint" id={`${id}-hint`}>
        {texts.closing.articleHint}
      </p>
    </div>
  )
}
