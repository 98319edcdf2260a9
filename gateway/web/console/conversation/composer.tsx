import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useId, useRef, useState } from 'preact/hooks'
import { consoleApi, statusOf, type Written } from '../api/console-api'
import { inWords } from '../api/faults'
import { LONGEST_TEXT, type DraftKind } from '../api/contract'
import { keys } from '../api/queries'
import { randomId } from '../api/random-id'
import { useAnnounce } from '../parts/announcer/announcer'
import { Notice } from '../parts/notice/notice'
import { Tabs } from '../parts/tabs/tabs'
import { useTyping } from '../presence/presence'
import { useTexts, type Texts } from '../texts/texts'
import { DraftElsewhere } from './draft-elsewhere'
import { useDraft, type DraftInHand } from './use-draft'
import './composer.css'

/** Where the clerk writes: a reply or a note, each with a draft of its own. */
export function Composer({ conversation }: { conversation: string }) {
  const texts = useTexts()
  const [kind, setKind] = useState<DraftKind>('reply')
  return (
    <div class="composer" data-kind={kind}>
      <Tabs
        id="composer"
        label={texts.composer.tabs}
        chosen={kind}
        onChoose={setKind}
        tabs={[
          { key: 'reply', name: texts.composer.reply },
          { key: 'note', name: texts.composer.note },
        ]}
      />
      <div role="tabpanel" id="composer-panel" aria-labelledby={`composer-tab-${kind}`}>
        <Editor key={kind} conversation={conversation} kind={kind} />
      </div>
    </div>
  )
}

function Editor({ conversation, kind }: { conversation: string; kind: DraftKind }) {
  const texts = useTexts()
  const draft = useDraft(conversation, kind)
  const { text } = draft
  const area = useRef<HTMLTextAreaElement>(null)
  const [blank, setBlank] = useState(false)
  const sending = useSending(conversation, kind)
  const typing = useTyping()
  const id = useId()
  const left = LONGEST_TEXT - text.trim().length

  const send = async () => {
    area.current?.focus()
    if (text.trim() === '') return setBlank(true)
    if (left < 0 || sending.busy) return
    if (!(await sending.send(text.trim()))) return
    // Only what was sent leaves the editor: words typed meanwhile stay.
    draft.sent(area.current?.value === text ? '' : (area.current?.value ?? ''))
    if (kind === 'reply') typing.stopped()
  }
  const type = (value: string) => {
    setBlank(false)
    draft.set(value)
    // Notes are for colleagues, who need not wait for them.
    if (kind === 'reply') typing.typed(conversation)
  }
  const fault = blank ? texts.composer.empty : sending.refusal
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Notices draft={draft} fault={fault} faultId={`${id}-fault`} area={area} />
      <textarea
        ref={area}
        class="input editor-text"
        rows={3}
        value={text}
        aria-label={kind === 'note' ? texts.composer.noteLabel : texts.composer.replyLabel}
        aria-describedby={`${id}-left${fault ? ` ${id}-fault` : ''}`}
        aria-invalid={left < 0 || blank ? true : undefined}
        placeholder={kind === 'note' ? texts.composer.noteHint : texts.composer.replyHint}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={draft.hurry}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
          event.preventDefault()
          void send()
        }}
      />
      <EditorFoot id={`${id}-left`} kind={kind} draft={draft} left={left} busy={sending.busy} />
    </form>
  )
}

interface NoticesProps {
  readonly draft: DraftInHand
  readonly fault: string | undefined
  readonly faultId: string
  readonly area: { readonly current: HTMLTextAreaElement | null }
}

/** What stands above the editor: why nothing was sent, and a text from another device. */
function Notices({ draft, fault, faultId, area }: NoticesProps) {
  // The buttons go away with the offer, so the focus leaves them first.
  const settle = (decision: () => void) => () => {
    area.current?.focus()
    decision()
  }
  return (
    <>
      {draft.other ? (
        <DraftElsewhere other={draft.other} onInsert={settle(draft.insert)} onDecline={settle(draft.decline)} />
      ) : null}
      {fault ? (
        <Notice tone="danger" id={faultId}>
          <p>{fault}</p>
        </Notice>
      ) : null}
    </>
  )
}

interface EditorFootProps {
  readonly id: string
  readonly kind: DraftKind
  readonly draft: DraftInHand
  /** Characters until the limit. */
  readonly left: number
  readonly busy: boolean
}

/** How much room is left, where the draft is kept, and the button that sends it. */
function EditorFoot({ id, kind, draft, left, busy }: EditorFootProps) {
  const { composer: texts } = useTexts()
  return (
    <div class="editor-foot">
      <p class="editor-left" id={id} data-over={left < 0}>
        {left < 0 ? texts.over(-left) : texts.left(left)}
        {draft.text ? (
          <span class="editor-kept" data-kept={draft.kept}>
            {' '}
            · {draft.kept ? texts.kept : texts.keptHere}
          </span>
        ) : null}
        <span class="editor-shortcut"> · {texts.shortcut}</span>
      </p>
      <button type="submit" class="button button-main" aria-disabled={busy || left < 0}>
        {busy ? texts.sending : kind === 'note' ? texts.sendNote : texts.send}
      </button>
    </div>
  )
}

/** Sends a text once: the same text tried again carries the same client id. */
function useSending(conversation: string, kind: DraftKind) {
  const texts = useTexts()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const tried = useRef<Written>()
  const mutation = useMutation({
    mutationFn: (message: Written) => consoleApi[kind](conversation, message),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keys.conversation(conversation) })
      void queries.invalidateQueries({ queryKey: keys.queue })
    },
  })
  const send = async (text: string): Promise<boolean> => {
    if (tried.current?.text !== text) tried.current = { clientId: randomId(), text }
    try {
      await mutation.mutateAsync(tried.current)
    } catch (fault) {
      announce(refused(fault, texts))
      return false
    }
    tried.current = undefined
    announce(kind === 'note' ? texts.composer.noted : texts.composer.sent)
    return true
  }
  return { send, busy: mutation.isPending, refusal: mutation.isError ? refused(mutation.error, texts) : undefined }
}

function refused(fault: unknown, texts: Texts): string {
  return texts.composer.failed(statusOf(fault) === 409 ? texts.composer.taken : inWords(fault, texts))
}
