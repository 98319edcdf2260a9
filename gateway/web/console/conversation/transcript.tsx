import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { DownIcon } from '../../shared/icons'
import { Markdown } from '../../shared/markdown'
import type { AttachedFile, Line } from '../api/contract'
import { useAnnounce } from '../parts/announcer/announcer'
import { useNow } from '../parts/hooks'
import { Later } from '../parts/later/later'
import { useSession } from '../session/session'
import { useTexts, type Texts } from '../texts/texts'
import { whenExactly } from '../texts/times'
import './transcript.css'

/** Nobody needs it where all speak Czech. */
const translation = async () => (await import('./translation/translation')).LineTranslation

/** How near to the end still counts as reading the newest. */
const NEAR = 80

/** What was said, oldest first. It follows new lines only when the clerk was at the end. */
export function Transcript({ conversation, lines }: { conversation: string; lines: readonly Line[] }) {
  const texts = useTexts()
  const now = useNow()
  const log = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const [behind, setBehind] = useState(false)
  const mixed = new Set(lines.map((line) => line.channel)).size > 1
  const toEnd = () => {
    log.current?.scrollTo({ top: log.current.scrollHeight })
    log.current?.focus({ preventScroll: true })
  }
  const look = () => {
    const box = log.current
    if (!box) return
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR
    if (atEnd.current) setBehind(false)
  }
  useLayoutEffect(() => {
    const box = log.current
    if (!box) return
    if (atEnd.current) box.scrollTop = box.scrollHeight
    else setBehind(true)
  }, [lines.length])
  useEndKept(log, atEnd)
  useNewsAloud(lines)
  return (
    <div class="transcript">
      <div
        ref={log}
        class="transcript-lines"
        role="log"
        aria-live="off"
        aria-label={texts.conversation.transcript}
        tabIndex={0}
        onScroll={look}
      >
        <ol role="list">
          {lines.map((line) => (
            <LineView key={line.id} conversation={conversation} line={line} now={now} mixed={mixed} />
          ))}
        </ol>
      </div>
      {behind ? (
        <button type="button" class="button transcript-newest" onClick={toEnd}>
          <DownIcon /> {texts.conversation.newest}
        </button>
      ) : null}
    </div>
  )
}

interface LineViewProps {
  readonly conversation: string
  readonly line: Line
  readonly now: number
  /** Lines of several channels stand here. */
  readonly mixed: boolean
}

function LineView({ conversation, line, now, mixed }: LineViewProps) {
  const texts = useTexts()
  const { clerk: me } = useSession()
  const own = line.author === 'clerk' && line.name === me.name
  const channel = mixed && line.channel ? (texts.channels[line.channel] ?? line.channel) : undefined
  const more = [whenExactly(line.at, now, texts), channel, delivery(line, texts), article(line, texts)].filter(Boolean)
  return (
    <li class={`line line-${line.author}`} data-author={line.author} data-delivery={line.delivery}>
      <p class="line-head">
        <strong>{who(line, own, texts)}</strong> · <time dateTime={line.at}>{more.join(' · ')}</time>
      </p>
      <div class="line-text" lang={line.author === 'note' ? undefined : line.language}>
        {line.author === 'bot' || line.author === 'clerk' ? <Markdown text={line.text} /> : line.text}
      </div>
      {line.language && line.language !== 'cs' && (line.author === 'citizen' || line.author === 'clerk') ? (
        <Later quiet load={translation} given={{ conversation, line }} />
      ) : null}
      {line.files ? <Files files={line.files} /> : null}
      {line.earlier ? <EarlierWordings line={line} now={now} /> : null}
    </li>
  )
}

/** What was sent along. Only what was looked into can be saved, and nothing is shown. */
function Files({ files }: { files: readonly AttachedFile[] }) {
  const texts = useTexts()
  const { files: label, file: unnamed, fileState } = texts.conversation
  return (
    <ul class="line-files" role="list" aria-label={label}>
      {files.map(({ id, name, size, state }) => (
        <li key={id} data-state={state}>
          {state === 'clean' || state === 'unscanned' ? (
            <a href={`/api/console/files/${id}`} download>
              {name ?? unnamed}
            </a>
          ) : (
            (name ?? unnamed)
          )}{' '}
          ({Math.max(1, Math.round(size / 1024))} kB, {fileState[state]})
        </li>
      ))}
    </ul>
  )
}

/** A message the citizen changed still shows what it said before. */
function EarlierWordings({ line, now }: { line: Line; now: number }) {
  const texts = useTexts()
  return (
    <details class="line-earlier">
      <summary>{texts.conversation.earlier}</summary>
      <ol role="list">
        {line.earlier?.map(({ text, at }) => (
          <li key={at}>
            <time dateTime={at}>{whenExactly(at, now, texts)}</time>: <span lang={line.language}>{text}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Who speaks, in words. */
function who(line: Line, own: boolean, texts: Texts): string {
  switch (line.author) {
    case 'citizen':
      return line.name ?? texts.conversation.citizen
    case 'bot':
      return texts.conversation.bot
    case 'clerk':
      if (own) return texts.conversation.you
      return line.name ? texts.conversation.clerk(line.name) : texts.conversation.office
    case 'office':
      return texts.conversation.office
    case 'note':
      return line.name ? `${texts.conversation.note} · ${line.name}` : texts.conversation.note
  }
}

function delivery(line: Line, texts: Texts): string | undefined {
  // Nobody waits for a word that the office's own lines arrived; that they did not is worth one.
  if (!line.delivery || (line.author === 'office' && line.delivery === 'delivered')) return undefined
  // Why it did not arrive, and what to do, stands in the note that follows.
  return texts.conversation.delivery[line.delivery]
}

function article(line: Line, texts: Texts): string | undefined {
  return line.article && texts.conversation.article(line.article.title)
}

/** Keeps the end in view while the box itself grows or shrinks, as it does under a longer draft. */
function useEndKept(log: { readonly current: HTMLDivElement | null }, atEnd: { readonly current: boolean }): void {
  useEffect(() => {
    const box = log.current
    if (!box || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(() => {
      if (atEnd.current) box.scrollTop = box.scrollHeight
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [log, atEnd])
}

/** Says the citizen's new lines aloud once; not those that were there when the conversation opened. */
function useNewsAloud(lines: readonly Line[]): void {
  const texts = useTexts()
  const announce = useAnnounce()
  const last = useRef(Math.max(0, ...lines.map((line) => line.seq)))
  useEffect(() => {
    const news = lines.filter((line) => line.seq > last.current)
    last.current = Math.max(last.current, ...lines.map((line) => line.seq))
    const said = news.filter((line) => line.author === 'citizen')
    if (said.length > 0) {
      announce(said.map((line) => texts.conversation.said(texts.conversation.citizen, line.text)).join(' '))
    }
  }, [lines, announce, texts])
}
