import { useInfiniteQuery } from '@tanstack/preact-query'
import { useEffect, useId } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { consoleApi } from '../api/console-api'
import type { Gap } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { Fault } from '../parts/fault/fault'
import { useTexts } from '../texts/texts'
import './gaps.css'

/** What citizens asked and no article answered, as clerks said when they closed; for whoever writes articles. */
export function Gaps() {
  const texts = useTexts()
  const words = texts.gaps
  const heading = useId()
  const query = useInfiniteQuery({
    queryKey: keys.gaps,
    queryFn: ({ pageParam }) => consoleApi.gaps(pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const gaps = query.data?.pages.flatMap((page) => page.gaps) ?? []
  useEffect(() => {
    document.title = `${words.title} – Okénko`
  }, [words])
  return (
    <section class="gaps" aria-labelledby={heading}>
      <h2 id={heading}>{words.title}</h2>
      <p class="soft">{words.intro}</p>
      {query.isPending ? <p>{texts.loading}</p> : null}
      {query.isError ? (
        <Fault words={`${words.failed} ${inWords(query.error, texts)}`} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && gaps.length === 0 ? <p>{words.empty}</p> : null}
      <ul class="gaps-list">
        {gaps.map((gap) => (
          <Row key={gap.conversation} gap={gap} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <button type="button" class="button" onClick={() => void query.fetchNextPage()}>
          {words.older}
        </button>
      ) : null}
    </section>
  )
}

function Row({ gap }: { gap: Gap }) {
  const texts = useTexts()
  const day = texts.times.year(new Date(gap.closedAt))
  return (
    <li class="gap">
      <q class="gap-asked">{gap.asked || texts.gaps.nothing}</q>
      <p class="soft">
        {gap.agendaName}, <time dateTime={gap.closedAt}>{day}</time>.{' '}
        <Link href={`/konverzace/${gap.conversation}`} aria-label={texts.gaps.openOf(gap.asked)}>
          {texts.gaps.open}
        </Link>
      </p>
    </li>
  )
}
