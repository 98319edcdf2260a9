import { useInfiniteQuery } from '@tanstack/preact-query'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { consoleApi } from '../api/console-api'
import { sameId, type Hit } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Chip } from '../parts/chip/chip'
import { Fault } from '../parts/fault/fault'
import { useNow } from '../parts/hooks'
import { useTexts, type Texts } from '../texts/texts'
import { whenExactly } from '../texts/times'

interface SearchBoxProps {
  readonly searched: string
  /** Called with the words, or with nothing when the search is over. */
  readonly onSearch: (words: string) => void
}

/** Ten letters and digits, as they stand on a citizen's receipt. */
const CODE = /^[0-9a-z]{5}[ -]?[0-9a-z]{5}$/i

/** Words to look for in all transcripts, or a citizen's code. */
export function SearchBox({ searched, onSearch }: SearchBoxProps) {
  const texts = useTexts()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [, go] = useLocation()
  /** A code that a citizen quotes leads to their conversation; what is none is looked for like any words. */
  const search = async (words: string) => {
    if (!CODE.test(words)) return onSearch(words)
    try {
      const { conversation } = await consoleApi.byCode(words)
      go(`/konverzace/${encodeURIComponent(conversation)}`)
    } catch {
      onSearch(words)
    }
  }
  const stop = () => {
    if (input.current) input.current.value = ''
    onSearch('')
    input.current?.focus()
  }
  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        void search(input.current?.value.trim() ?? '')
      }}
    >
      <label class="unseen" for={id}>
        {texts.search.label}
      </label>
      <input
        ref={input}
        id={id}
        class="input"
        type="search"
        maxLength={200}
        placeholder={texts.search.label}
        autocomplete="off"
        onKeyDown={(event) => event.key === 'Escape' && searched && stop()}
      />
      <button type="submit" class="button">
        {texts.search.submit}
      </button>
      {searched ? (
        <button type="button" class="button" onClick={stop}>
          {texts.search.stop}
        </button>
      ) : null}
    </form>
  )
}

/** Messages that have all the words, the newest first. */
export function SearchResults({ words, open }: { words: string; open: string | undefined }) {
  const texts = useTexts()
  const announce = useAnnounce()
  const query = useInfiniteQuery({
    queryKey: keys.search(words),
    queryFn: ({ pageParam }) => consoleApi.search(words, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })
  const hits = query.data?.pages.flatMap((page) => page.hits)
  const count = hits?.length
  useEffect(() => {
    if (count !== undefined) announce(texts.search.found(count))
  }, [count, announce, texts])
  return (
    <section class="queue-panel" aria-label={texts.search.results}>
      {query.isPending ? <p class="queue-word">{texts.loading}</p> : null}
      {query.isError ? (
        <Fault words={inWords(query.error, texts)} onRetry={() => void query.refetch()} />
      ) : null}
      {hits?.length === 0 ? <p class="queue-word">{texts.search.nothing}</p> : null}
      <ul role="list" class="queue-list">
        {hits?.map((hit) => <SearchHit key={hit.message} hit={hit} open={sameId(hit.conversation, open)} />)}
      </ul>
      {query.hasNextPage ? (
        <button type="button" class="button queue-next" onClick={() => void query.fetchNextPage()}>
          {query.isFetchingNextPage ? texts.loading : texts.search.next}
        </button>
      ) : null}
    </section>
  )
}

function SearchHit({ hit, open }: { hit: Hit; open: boolean }) {
  const texts = useTexts()
  const now = useNow()
  return (
    <li class="queue-row search-row">
      <Link
        class="queue-link"
        href={`/konverzace/${encodeURIComponent(hit.conversation)}`}
        aria-current={open ? 'page' : undefined}
      >
        <span class="queue-who">{who(hit, texts)}</span>
        <time class="queue-when" dateTime={hit.at}>
          {whenExactly(hit.at, now, texts)}
        </time>
        <span class="search-text">
          {hit.parts.map((part, place) => (part.hit ? <mark key={place}>{part.text}</mark> : part.text))}
        </span>
        <span class="queue-chips">
          <Chip>{texts.channels[hit.channel] ?? hit.channel}</Chip>
          {hit.agendaName ? <Chip>{hit.agendaName}</Chip> : null}
          {hit.state === 'closed' ? <Chip>{texts.states.closed}</Chip> : null}
        </span>
      </Link>
    </li>
  )
}

function who(hit: Hit, texts: Texts): string {
  if (hit.author === 'citizen') return texts.conversation.citizen
  return hit.author === 'note' ? texts.conversation.note : texts.conversation.office
}
