import { useQuery } from '@tanstack/preact-query'
import { useEffect, useId } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { blocksApi, type Block } from '../api/blocks-api'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { Fault } from '../parts/fault/fault'
import { useNow } from '../parts/hooks'
import { useTexts } from '../texts/texts'
import { whenExactly } from '../texts/times'
import { useLifting } from './blocked'
import { useWords } from './words'
import './blocks.css'

/** Who is blocked now, for whoever keeps all blocks; the next to end stands first. */
export function BlocksPage() {
  const texts = useTexts()
  const words = useWords()
  const heading = useId()
  const query = useQuery({ queryKey: keys.blocks, queryFn: blocksApi.all, staleTime: 0 })
  useEffect(() => {
    document.title = `${words.title} – Okénko`
  }, [words])
  return (
    <section class="blocks" aria-labelledby={heading}>
      <h2 id={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <p class="soft">{words.intro}</p>
      {query.isPending ? <p>{texts.loading}</p> : null}
      {query.isError ? (
        <Fault words={`${words.failed} ${inWords(query.error, texts)}`} onRetry={() => void query.refetch()} />
      ) : null}
      {query.data?.blocks.length === 0 ? <p>{words.empty}</p> : null}
      <ul role="list">
        {query.data?.blocks.map((block) => (
          <Row key={block.id} block={block} heading={heading} />
        ))}
      </ul>
    </section>
  )
}

function Row({ block, heading }: { block: Block; heading: string }) {
  const texts = useTexts()
  const words = useWords()
  const now = useNow()
  const lifting = useLifting(() => document.getElementById(heading)?.focus())
  const channel = texts.channels[block.channel] ?? block.channel
  const until = whenExactly(block.until, now, texts)
  return (
    <li class="card block-row">
      <div>
        <p>
          <strong>
            {channel}, {words.until(until)}
          </strong>
        </p>
        <p>{[words.reasons[block.reason], block.note].filter(Boolean).join(': ')}</p>
        <p class="soft">{words.by(block.clerk.name, whenExactly(block.at, now, texts))}</p>
      </div>
      <p class="block-buttons">
        <Link class="button" href={`/konverzace/${encodeURIComponent(block.conversation)}`}>
          {words.open}
        </Link>
        <button type="button" class="button" aria-label={words.liftOf(channel, until)} aria-disabled={lifting.isPending} onClick={() => lifting.isPending || lifting.mutate(block)}>
          {words.lift}
        </button>
      </p>
    </li>
  )
}
