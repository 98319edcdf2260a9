import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { useEffect, useId, useState } from 'preact/hooks'
import { useAgendas } from '../api/agendas'
import { aidsApi, type CannedReply } from '../api/aids-api'
import { statusOf } from '../api/console-api'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Chip } from '../parts/chip/chip'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Fault } from '../parts/fault/fault'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { ReplyForm } from './reply-form'
import './canned.css'

type Asked = { readonly kind: 'write'; readonly reply?: CannedReply } | { readonly kind: 'remove'; readonly reply: CannedReply }

/** The office's canned replies: read, written and deleted here, inserted in conversations. */
export function Canned() {
  const texts = useTexts()
  const { canned } = texts.aids
  const heading = useId()
  const [asked, setAsked] = useState<Asked>()
  const query = useQuery({ queryKey: keys.canned, queryFn: aidsApi.canned, retry: false })
  const off = statusOf(query.error) === 404
  useEffect(() => {
    document.title = `${canned.title} – Okénko`
  }, [canned])
  const done = () => setAsked(undefined)
  return (
    <section class="canned" aria-labelledby={heading}>
      <header class="canned-head">
        <div>
          <h2 id={heading}>{canned.title}</h2>
          <p class="soft">{canned.intro}</p>
        </div>
        {query.data ? (
          <button type="button" class="button button-main" onClick={() => setAsked({ kind: 'write' })}>
            {canned.add}
          </button>
        ) : null}
      </header>
      {query.isPending ? <p>{texts.loading}</p> : null}
      {off ? <p>{canned.off}</p> : null}
      {query.isError && !off ? (
        <Fault words={`${canned.failed} ${inWords(query.error, texts)}`} onRetry={() => void query.refetch()} />
      ) : null}
      {query.data?.replies.length === 0 ? <p>{canned.empty}</p> : null}
      <ReplyList replies={query.data?.replies ?? []} onAsk={setAsked} />
      {query.data && asked?.kind === 'write' ? <ReplyForm reply={asked.reply} canned={query.data} onDone={done} /> : null}
      {asked?.kind === 'remove' ? <RemoveDialog reply={asked.reply} onDone={done} /> : null}
    </section>
  )
}

function ReplyList({ replies, onAsk }: { replies: readonly CannedReply[]; onAsk: (asked: Asked) => void }) {
  const { aids: { canned } } = useTexts()
  const names = new Map(useAgendas().map(({ id, name }) => [id, name]))
  const sorted = [...replies].sort(
    (one, other) => one.agenda.localeCompare(other.agenda) || one.shortcut.localeCompare(other.shortcut),
  )
  return (
    <ul role="list" class="canned-replies">
      {sorted.map((reply) => (
        <li key={reply.id} class="canned-reply card" data-reply={reply.id}>
          <h3>/{reply.shortcut}</h3>
          <Chip>{reply.agenda === '' ? canned.general : (names.get(reply.agenda) ?? reply.agenda)}</Chip>
          <p>{reply.text}</p>
          <div class="canned-buttons">
            <button
              type="button"
              class="button"
              aria-label={canned.editOf(reply.shortcut)}
              onClick={() => onAsk({ kind: 'write', reply })}
            >
              {canned.edit}
            </button>
            <button
              type="button"
              class="button button-quiet"
              aria-label={canned.removeOf(reply.shortcut)}
              onClick={() => onAsk({ kind: 'remove', reply })}
            >
              {canned.remove}
            </button>
          </div>
        </li>
      ))}
    </ul>
  )
}

function RemoveDialog({ reply, onDone }: { reply: CannedReply; onDone: () => void }) {
  const texts = useTexts()
  const { canned } = texts.aids
  const queries = useQueryClient()
  const announce = useAnnounce()
  const removal = useMutation({
    mutationFn: () => aidsApi.removeCanned(reply.id),
    onSuccess: () => {
      announce(canned.removed(reply.shortcut))
      void queries.invalidateQueries({ queryKey: keys.canned })
      onDone()
    },
  })
  return (
    <Dialog title={canned.removeTitle(reply.shortcut)} onCancel={onDone}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!removal.isPending) removal.mutate()
        }}
      >
        {removal.isError ? (
          <Notice tone="danger">
            <p>{inWords(removal.error, texts)}</p>
          </Notice>
        ) : null}
        <p>{canned.removeText}</p>
        <DialogButtons save={canned.removeYes} busy={removal.isPending} onCancel={onDone} />
      </form>
    </Dialog>
  )
}
