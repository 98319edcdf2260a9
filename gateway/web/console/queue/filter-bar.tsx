import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { useId, useState } from 'preact/hooks'
import { consoleApi } from '../api/console-api'
import type { Filter, SavedView } from '../api/contract'
import { EVERYTHING, narrowed, sameFilter } from '../api/filters'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Field } from '../parts/field/field'
import { useTexts } from '../texts/texts'

interface FilterBarProps {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

/** What narrows the list beside tab and agenda, folded; and the filters a clerk keeps under a name. */
export function FilterBar({ filter, onFilter }: FilterBarProps) {
  const texts = useTexts()
  const words = texts.queue.filters
  const count = narrowed(filter)
  const open = filter.view !== 'all'
  return (
    <details class="filters">
      <summary>{count > 0 ? words.titleOf(count) : words.title}</summary>
      <div class="filters-sheet">
        <Choice
          label={words.channel}
          every={words.allChannels}
          names={texts.channels}
          chosen={filter.channel}
          onChoose={(channel) => onFilter({ ...filter, channel })}
        />
        <Choice
          label={words.language}
          every={words.allLanguages}
          names={texts.languages}
          chosen={filter.language}
          onChoose={(language) => onFilter({ ...filter, language })}
        />
        {open ? (
          <>
            <Check
              label={words.unread}
              checked={filter.unread}
              onCheck={(unread) => onFilter({ ...filter, unread })}
            />
            <Check
              label={words.overdue}
              checked={filter.overdue}
              onCheck={(overdue) => onFilter({ ...filter, overdue })}
            />
          </>
        ) : null}
        {count > 0 ? (
          <button
            type="button"
            class="button"
            onClick={() => onFilter({ ...EVERYTHING, view: filter.view, agenda: filter.agenda })}
          >
            {words.none}
          </button>
        ) : null}
        <SavedViews filter={filter} onFilter={onFilter} />
      </div>
    </details>
  )
}

interface ChoiceProps {
  readonly label: string
  /** What stands for no choice. */
  readonly every: string
  readonly names: Readonly<Record<string, string>>
  readonly chosen: string
  readonly onChoose: (key: string) => void
}

function Choice({ label, every, names, chosen, onChoose }: ChoiceProps) {
  const id = useId()
  return (
    <div class="filters-choice">
      <label for={id}>{label}</label>
      <select id={id} class="select" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{every}</option>
        {Object.entries(names).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

interface CheckProps {
  readonly label: string
  readonly checked: boolean
  readonly onCheck: (checked: boolean) => void
}

function Check({ label, checked, onCheck }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onCheck(event.currentTarget.checked)} />
      {label}
    </label>
  )
}

/** Takes up one of the clerk's own views, keeps this one, or forgets the one that is shown. */
function SavedViews({ filter, onFilter }: FilterBarProps) {
  const texts = useTexts()
  const words = texts.queue.filters
  const { views, keep, drop, refusal } = useSavedViews()
  const [name, setName] = useState('')
  const id = useId()
  const shown = views.find((view) => sameFilter(view, filter))
  const submit = (event: Event) => {
    event.preventDefault()
    if (name.trim() !== '') keep({ ...filter, name: name.trim() }, () => setName(''))
  }
  return (
    <form class="saved-views" onSubmit={submit}>
      {views.length > 0 ? (
        <div class="filters-choice">
          <label for={id}>{words.saved}</label>
          <select
            id={id}
            class="select"
            value={shown?.name ?? ''}
            onChange={(event) => {
              const { name: _, ...found } = views.find((view) => view.name === event.currentTarget.value) ?? { name: '', ...filter }
              onFilter(found)
            }}
          >
            <option value="">{words.choose}</option>
            {views.map((view) => (
              <option key={view.name} value={view.name}>
                {view.name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {shown ? (
        <button type="button" class="button" onClick={() => drop(shown.name)}>
          {words.drop(shown.name)}
        </button>
      ) : (
        <>
          <Field label={words.name} name="view" value={name} onInput={setName} fault={refusal} />
          <button type="submit" class="button">
            {words.keep}
          </button>
        </>
      )}
    </form>
  )
}

const NONE: readonly SavedView[] = []

function useSavedViews() {
  const texts = useTexts()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const { data } = useQuery({ queryKey: keys.views, queryFn: consoleApi.views })
  const settled = () => void queries.invalidateQueries({ queryKey: keys.views })
  const keeping = useMutation({ mutationFn: consoleApi.keepView, onSettled: settled })
  const dropping = useMutation({ mutationFn: consoleApi.dropView, onSettled: settled })
  return {
    views: data?.views ?? NONE,
    keep: (view: SavedView, onKept: () => void) =>
      keeping.mutate(view, {
        onSuccess: () => {
          onKept()
          announce(texts.queue.filters.kept)
        },
      }),
    drop: (name: string) => dropping.mutate(name, { onSuccess: () => announce(texts.queue.filters.dropped) }),
    refusal: keeping.isError ? inWords(keeping.error, texts) : undefined,
  }
}
