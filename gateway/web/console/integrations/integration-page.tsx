import { useEffect, useId } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import { Link, useLocation } from 'wouter-preact'
import { inWords } from '../api/faults'
import { Fault } from '../parts/fault/fault'
import { useTexts } from '../texts/texts'
import './integrations.css'

interface IntegrationPageProps {
  readonly words: { readonly title: string; readonly intro: string; readonly add: string; readonly empty: string }
  /** How loading the list went. */
  readonly query: {
    readonly isPending: boolean
    readonly isSuccess: boolean
    readonly error: unknown
    readonly refetch: () => unknown
  }
  readonly count: number
  readonly onAdd: () => void
  readonly children: ComponentChildren
}

/** One side of other programs: what it is, what adds to it, and its list or why there is none. */
export function IntegrationPage({ words, query, count, onAdd, children }: IntegrationPageProps) {
  const texts = useTexts()
  const heading = useId()
  useEffect(() => {
    document.title = `${words.title} – Okénko`
  }, [words])
  return (
    <section class="integrations" aria-labelledby={heading}>
      <Sides />
      <header class="integrations-head">
        <div>
          <h2 id={heading}>{words.title}</h2>
          <p class="soft integrations-intro">{words.intro}</p>
        </div>
        <button type="button" class="button button-main" onClick={onAdd}>
          {words.add}
        </button>
      </header>
      {query.isPending ? <p>{texts.loading}</p> : null}
      {query.error ? <Fault words={inWords(query.error, texts)} onRetry={() => void query.refetch()} /> : null}
      {query.isSuccess && count === 0 ? <p>{words.empty}</p> : null}
      {children}
    </section>
  )
}

/** The two sides of other programs: what reads here with a token, and what is told. */
function Sides() {
  const texts = useTexts()
  const [location] = useLocation()
  const side = (href: string, words: string) => (
    <Link class="integration-side" href={href} aria-current={location === href ? 'page' : undefined}>
      {words}
    </Link>
  )
  return (
    <nav class="integration-sides" aria-label={texts.hooks.nav}>
      {side('/napojeni', texts.integrations.rail)}
      {side('/napojeni/hlaseni', texts.hooks.tab)}
    </nav>
  )
}
