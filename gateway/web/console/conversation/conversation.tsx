import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { AlertIcon, BackIcon } from '../../shared/icons'
import { statusOf } from '../api/console-api'
import { sameId, type Item, type State, type Transcript as TranscriptOf } from '../api/contract'
import { inWords } from '../api/faults'
import { useLive } from '../api/live'
import { useAnnounce } from '../parts/announcer/announcer'
import { Chip } from '../parts/chip/chip'
import { Fault } from '../parts/fault/fault'
import { Later } from '../parts/later/later'
import { useMedia, useNarrow, useNow } from '../parts/hooks'
import { Notice } from '../parts/notice/notice'
import { origin, StateChip } from '../queue/queue-row'
import { useSession } from '../session/session'
import { useTexts, type Texts } from '../texts/texts'
import { Actions } from './actions'
import { CitizenPanel } from './citizen-panel'
import { Composer } from './composer'
import { Onlookers } from './onlookers'
import { SuggestionPanel } from './suggestion'
import { Transcript } from './transcript'
import { UnsentDraft } from './unsent-draft'
import { useActions, useConversation, useReading, type Action } from './use-conversation'
import './conversation.css'

const circumstances = async () => (await import('../handing/circumstances')).Circumstances

/** From here up the citizen's panel stands beside the conversation; below it folds above. */
const WITH_PANEL = '(min-width: 1100px)'

/** One conversation: what was said, what can be done, and who the citizen is. */
export function Conversation({ id }: { id: string }) {
  const texts = useTexts()
  const query = useConversation(id)
  if (query.data) return <Loaded key={id} id={id} transcript={query.data} />
  return (
    <section class="conversation" aria-label={texts.conversation.label} data-state={query.isError ? 'failed' : 'loading'}>
      <BackLink />
      <div class="conversation-word">
        {query.isError ? (
          <Fault words={whyNotLoaded(query.error, texts)} onRetry={() => void query.refetch()} />
        ) : (
          <p>{texts.loading}</p>
        )}
      </div>
    </section>
  )
}

function whyNotLoaded(fault: unknown, texts: Texts): string {
  if (statusOf(fault) === 404) return texts.conversation.missing
  return `${texts.conversation.failed} ${inWords(fault, texts)}`
}

function Loaded({ id, transcript }: { id: string; transcript: TranscriptOf }) {
  const texts = useTexts()
  const { clerk: me } = useSession()
  const live = useLive()
  const heading = useId()
  const beside = useMedia(WITH_PANEL)
  const actions = useActions(id)
  useReading(transcript)
  const item = transcript.conversation
  const mine = item.state === 'with-clerk' && sameId(item.clerk?.id, me.id)
  const returned = useReturned(item.state, mine, actions.did)
  const { title, foot } = useFocus(item.state, mine)
  return (
    <>
      <section
        class="conversation"
        aria-labelledby={heading}
        data-conversation={id}
        data-state={item.state}
        data-mine={mine}
        data-stale={live.kind === 'off'}
      >
        <Head id={id} item={item} mine={mine} heading={heading} title={title} actions={actions} />
        {beside ? null : (
          <details class="citizen-fold">
            <summary>{texts.citizen.fold}</summary>
            <CitizenPanel transcript={transcript} />
          </details>
        )}
        {item.flag === 'emergency' ? <Flag tone="danger">{texts.conversation.emergency}</Flag> : null}
        {item.submission && item.submittedAt ? (
          <Flag tone="warn">
            {texts.conversation.submission(
              texts.submissions[item.submission],
              texts.times.year(new Date(item.submittedAt)),
            )}
          </Flag>
        ) : null}
        {transcript.reachable === false ? <Flag tone="warn">{texts.conversation.unreachable}</Flag> : null}
        {transcript.handedOn || transcript.referral || transcript.block ? (
          <Later load={circumstances} given={{ id, transcript, mine }} />
        ) : null}
        <Transcript conversation={id} lines={transcript.lines} />
        <footer class="conversation-foot" ref={foot}>
          <Foot id={id} transcript={transcript} mine={mine} returned={returned} actions={actions} />
        </footer>
      </section>
      {beside ? (
        <section class="citizen" aria-label={texts.citizen.title}>
          <CitizenPanel transcript={transcript} />
        </section>
      ) : null}
    </>
  )
}

/** Puts the focus on the title at first, and where the clerk continues when its control went away. */
function useFocus(state: State, mine: boolean) {
  const title = useRef<HTMLHeadingElement>(null)
  const foot = useRef<HTMLElement>(null)
  useLayoutEffect(() => title.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    if (document.activeElement !== document.body) return
    const editor = mine ? foot.current?.querySelector('textarea') : null
    ;(editor ?? title.current)?.focus({ preventScroll: true })
  }, [state, mine])
  return { title, foot }
}

/**
 * Whether the gateway took the conversation back while the clerk held it on this screen: nothing came
 * from them for long, as when a laptop slept. Said aloud once.
 */
function useReturned(state: State, mine: boolean, did: Action['kind'] | undefined): boolean {
  const texts = useTexts()
  const announce = useAnnounce()
  const held = useRef(false)
  if (mine) held.current = true
  else if (state !== 'waiting' || did === 'transfer') held.current = false
  const returned = !mine && held.current
  useEffect(() => {
    if (returned) announce(texts.actions.returned)
  }, [returned, announce, texts])
  return returned
}

/** What a clerk must know before reading. */
function Flag({ tone, children }: { tone: 'danger' | 'warn'; children: string }) {
  return (
    <div class={`conversation-flag conversation-flag-${tone}`}>
      <AlertIcon /> <p>{children}</p>
    </div>
  )
}

interface FootProps {
  readonly id: string
  readonly transcript: TranscriptOf
  readonly mine: boolean
  readonly returned: boolean
  readonly actions: ReturnType<typeof useActions>
}

/** The editor of who holds the conversation; for others why they cannot write, and what they can do. */
function Foot({ id, transcript, mine, returned, actions: { act, busy, refusal } }: FootProps) {
  const item = transcript.conversation
  return (
    <>
      {refusal ? (
        <Notice tone="danger">
          <p>{refusal}</p>
        </Notice>
      ) : null}
      {mine ? (
        <Composer conversation={id} transcript={transcript} />
      ) : (
        <>
          {item.state === 'waiting' ? <SuggestionPanel id={id} transcript={transcript} /> : null}
          <Closed item={item} returned={returned} claiming={busy === 'claim'} onClaim={() => act({ kind: 'claim' })} />
          <UnsentDraft conversation={id} />
        </>
      )}
    </>
  )
}

interface HeadProps {
  readonly id: string
  readonly item: Item
  readonly mine: boolean
  readonly heading: string
  readonly title: { current: HTMLHeadingElement | null }
  readonly actions: ReturnType<typeof useActions>
}

function Head({ id, item, mine, heading, title, actions }: HeadProps) {
  const texts = useTexts()
  const now = useNow()
  const bar = useRef<HTMLElement>(null)
  const narrow = useNarrow(bar, 560)
  const about = [item.subject, item.agendaName, origin(item, texts.channels, texts.languages)].filter(Boolean)
  return (
    <header class="conversation-head" ref={bar}>
      <BackLink />
      <div class="conversation-title">
        <h2 id={heading} tabIndex={-1} ref={title}>
          {item.citizen}
        </h2>
        <p class="soft">{about.join('\u00a0· ')}</p>
      </div>
      <div class="conversation-state">
        {item.flag === 'approval' ? <Chip tone="human">{texts.aids.suggestion.chip}</Chip> : null}
        {item.rating ? <Chip>{texts.citizen.rating(item.rating)}</Chip> : null}
        <StateChip item={item} now={now} />
      </div>
      <Onlookers conversation={id} />
      {mine ? <Actions item={item} narrow={narrow} actions={actions} /> : null}
    </header>
  )
}

interface ClosedProps {
  readonly item: Item
  readonly returned: boolean
  readonly claiming: boolean
  readonly onClaim: () => void
}

/** Instead of the editor: why the clerk cannot write here, and what they can do about it. */
function Closed({ item, returned, claiming, onClaim }: ClosedProps) {
  const texts = useTexts()
  if (item.state === 'with-clerk') {
    return (
      <Notice tone="human">
        <p>{item.clerk ? texts.actions.readOnly(item.clerk.name) : texts.states.someone}</p>
      </Notice>
    )
  }
  if (item.state === 'closed') {
    return (
      <Notice>
        <p>{texts.actions.closedNow}</p>
      </Notice>
    )
  }
  return (
    <div class="claim">
      <p class="soft">{returned ? texts.actions.returned : texts.actions.claimHint}</p>
      <button type="button" class="button button-main claim-button" aria-disabled={claiming} onClick={onClaim}>
        {claiming ? texts.actions.claiming : texts.actions.claim}
      </button>
    </div>
  )
}

function BackLink() {
  const texts = useTexts()
  return (
    <Link class="button button-quiet back-link" href="/fronta" aria-label={texts.back}>
      <BackIcon />
    </Link>
  )
}
