import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useAgendas } from '../api/agendas'
import { consoleApi } from '../api/console-api'
import { LARGEST_BULK, type BulkAction, type BulkResult } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { CloseDialog } from '../conversation/close-dialog'
import { SnoozeDialog } from '../conversation/snooze-dialog'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Notice } from '../parts/notice/notice'
import { useTexts, type Texts } from '../texts/texts'

interface BulkBarProps {
  /** Ids of what is selected, at most a hundred. */
  readonly selected: readonly string[]
  /** The citizen of a conversation, as the list calls them. */
  readonly nameOf: (conversation: string) => string
  readonly onDone: () => void
}

/** What can be done to all selected conversations at once; what could not be done is told for each. */
export function BulkBar({ selected, nameOf, onDone }: BulkBarProps) {
  const texts = useTexts()
  const words = texts.bulk
  const [asking, setAsking] = useState<'close' | 'snooze' | 'move'>()
  const { act, busy, told, forget } = useBulk(nameOf, onDone)
  const cancel = () => setAsking(undefined)
  const run = (action: BulkAction) => {
    cancel()
    act(selected, action)
  }
  if (selected.length === 0 && !told) return null
  const button = (name: string, onClick: () => void) => (
    <button type="button" class="button" aria-disabled={busy} onClick={() => busy || onClick()}>
      {name}
    </button>
  )
  return (
    <section class="bulk" aria-label={words.label}>
      {told ? (
        <Notice tone="danger">
          <p>{told.words}</p>
        </Notice>
      ) : null}
      <div class="bulk-buttons">
        {selected.length > 0 ? (
          <>
            <p class="bulk-count">{words.selected(selected.length, LARGEST_BULK)}</p>
            {button(words.read, () => act(selected, { action: 'read' }))}
            {button(words.snooze, () => setAsking('snooze'))}
            {button(words.move, () => setAsking('move'))}
            {button(words.close, () => setAsking('close'))}
            {button(words.none, onDone)}
          </>
        ) : (
          button(words.understood, forget)
        )}
      </div>
      {asking === 'snooze' ? <SnoozeDialog onCancel={cancel} onSnooze={(until) => run({ action: 'snooze', until })} /> : null}
      {asking === 'move' ? <MoveDialog onCancel={cancel} onMove={(agenda) => run({ action: 'move', agenda })} /> : null}
      {asking === 'close' ? (
        <CloseDialog
          title={words.closeTitle(selected.length)}
          onCancel={cancel}
          onClose={(outcome) => run({ action: 'close', ...outcome })}
        />
      ) : null}
    </section>
  )
}

function MoveDialog({ onCancel, onMove }: { onCancel: () => void; onMove: (agenda: string) => void }) {
  const texts = useTexts()
  const agendas = useAgendas()
  const [chosen, setChosen] = useState('')
  return (
    <Dialog title={texts.bulk.moveTitle} onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onMove(chosen)
        }}
      >
        <p class="dialog-word">{texts.transfer.text}</p>
        <div class="field">
          <label for="bulk-agenda">{texts.transfer.agenda}</label>
          <select
            id="bulk-agenda"
            class="select"
            required
            autofocus
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            <option value="">{texts.transfer.choose}</option>
            {agendas.map((agenda) => (
              <option key={agenda.id} value={agenda.id}>
                {agenda.name}
              </option>
            ))}
          </select>
        </div>
        <DialogButtons save={texts.bulk.move} busy={false} onCancel={onCancel} />
      </form>
    </Dialog>
  )
}

interface Told {
  readonly words: string
  readonly failed: boolean
}

function useBulk(nameOf: (conversation: string) => string, onDone: () => void) {
  const texts = useTexts()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [told, setTold] = useState<Told>()
  const tell = (outcome: Told) => {
    setTold(outcome.failed ? outcome : undefined)
    announce(outcome.words)
  }
  const mutation = useMutation({
    mutationFn: ({ selected, action }: { selected: readonly string[]; action: BulkAction }) =>
      consoleApi.bulk(selected, action),
    onSuccess: ({ results }) => {
      onDone()
      tell(outcome(results, nameOf, texts))
    },
    onError: (fault) => tell({ words: `${texts.actions.failed} ${inWords(fault, texts)}`, failed: true }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keys.queue })
      void queries.invalidateQueries({ queryKey: ['conversation'] })
    },
  })
  return {
    act: (selected: readonly string[], action: BulkAction) => mutation.mutate({ selected, action }),
    busy: mutation.isPending,
    told,
    forget: () => setTold(undefined),
  }
}

function outcome(results: readonly BulkResult[], nameOf: (conversation: string) => string, texts: Texts): Told {
  const refused = results.filter((result) => !result.done)
  const why = refused.map((result) => `${nameOf(String(result.conversation))} (${texts.bulk.why[result.why ?? 'missing']})`)
  const done = texts.bulk.done(results.length - refused.length)
  return { words: refused.length === 0 ? done : `${done} ${texts.bulk.refused(why.join(', '))}`, failed: refused.length > 0 }
}
