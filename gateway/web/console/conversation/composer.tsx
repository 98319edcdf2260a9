import { useMutation, useQueryClient } from '@tanstack/preact-query'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { consoleApi, statusOf, type Written } from '../api/console-api'
import { inWords } from '../api/faults'
import { LONGEST_TEXT, type DraftKind, type Transcript } from '../api/contract'
import { keys } from '../api/queries'
import { randomId } from '../api/random-id'
import { useAnnounce } from '../parts/announcer/announcer'
import { Later } from '../parts/later/later'
import { Notice } from '../parts/notice/notice'
import { Tabs } from '../parts/tabs/tabs'
import { useTyping } from '../presence/presence'
import { useTexts, type Texts } from '../texts/texts'
import { CannedList, optionId } from './canned-list'
import { messagesOf, TimeLeft } from './channel-limits'
import { DraftElsewhere } from './draft-elsewhere'
import type { Enclosed } from './enclosures/use-enclosures'
import { InsertDialog } from './insert-dialog'
import { setOff, typeInto } from './insertion'
import { SuggestionPanel } from './suggestion'
import { useCanned, type Canned } from './use-canned'
import { useDraft, type DraftInHand } from './use-draft'
import './composer.css'

const NO_FILES: Enclosed = { ids: [], busy: false }
const translation = async () => (await import('./translation/reply-translation')).ReplyTranslation
const enclosures = async () => (await import('./enclosures/enclosures')).Enclosures

/** Where the clerk writes: a reply or a note, each with a draft of its own. */
export function Composer({ conversation, transcript }: { conversation: string; transcript: Transcript }) {
  const texts = useTexts()
  const announce = useAnnounce()
  const [kind, setKind] = useState<DraftKind>('reply')
  const [words, setWords] = useState<string>()
  const insert = (text: string, said: string) => {
    setKind('reply')
    setWords(text)
    announce(said)
  }
  return (
    <div class="composer" data-kind={kind}>
      <SuggestionPanel
        id={conversation}
        transcript={transcript}
        onInsert={(text) => insert(text, texts.aids.suggestion.inserted)}
      />
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
        <Editor
          key={kind}
          conversation={conversation}
          kind={kind}
          transcript={transcript}
          words={kind === 'reply' ? words : undefined}
          onTaken={() => setWords(undefined)}
          onInsert={(text) => insert(text, texts.aids.insert.done)}
        />
      </div>
    </div>
  )
}

interface EditorProps {
  readonly conversation: string
  readonly kind: DraftKind
  readonly transcript: Transcript
  /** To be put where the cursor is, once. */
  readonly words: string | undefined
  readonly onTaken: () => void
  readonly onInsert: (words: string) => void
}

function Editor({ conversation, kind, transcript, words, onTaken, onInsert }: EditorProps) {
  const texts = useTexts()
  const draft = useDraft(conversation, kind)
  const { text } = draft
  const { language } = transcript.conversation
  const [enclosed, setEnclosed] = useState<Enclosed>(NO_FILES)
  const area = useRef<HTMLTextAreaElement>(null)
  const [blank, setBlank] = useState(false)
  const sending = useSending(conversation, kind)
  const typing = useTyping()
  const id = useId()
  const canned = useCanned(conversation, area, kind === 'reply')
  useInsertion(area, words, onTaken)
  const left = LONGEST_TEXT - text.trim().length

  const send = async (translated?: string) => {
    area.current?.focus()
    if (text.trim() === '') return setBlank(true)
    if (left < 0 || sending.busy || enclosed.busy) return
    const said = { text: translated ?? text.trim(), files: enclosed.ids, ...(translated && { original: text.trim() }) }
    if (!(await sending.send(said))) return
    // Only what was sent leaves the editor: words typed meanwhile stay.
    draft.sent(area.current?.value === text ? '' : (area.current?.value ?? ''))
    if (kind === 'reply') typing.stopped()
  }
  const type = (value: string) => {
    setBlank(false)
    draft.set(value)
    canned.look()
    // Notes are for colleagues, who need not wait for them.
    if (kind === 'reply') typing.typed(conversation)
  }
  const limited = kind === 'reply' && transcript.limits?.until !== undefined
  const fault = blank ? texts.composer.empty : sending.refusal
  const described = [`${id}-left`, limited && `${id}-until`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Notices draft={draft} fault={fault} faultId={`${id}-fault`} area={area} />
      <div class="editor-field">
        {canned.found.length > 0 ? <CannedList id={`${id}-canned`} canned={canned} /> : null}
        <textarea
          ref={area}
          class="input editor-text"
          rows={3}
          value={text}
          aria-label={kind === 'note' ? texts.composer.noteLabel : texts.composer.replyLabel}
          aria-describedby={described}
          aria-invalid={left < 0 || blank ? true : undefined}
          {...(kind === 'reply' ? pointing(`${id}-canned`, canned) : {})}
          placeholder={kind === 'note' ? texts.composer.noteHint : texts.composer.replyHint}
          onInput={(event) => type(event.currentTarget.value)}
          onSelect={canned.look}
          onBlur={() => {
            canned.close()
            draft.hurry()
          }}
          onKeyDown={(event) => {
            if (canned.key(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
            event.preventDefault()
            void send()
          }}
        />
      </div>
      {limited ? <TimeLeft id={`${id}-until`} transcript={transcript} /> : null}
      {kind === 'reply' && language !== 'cs' ? (
        <Later
          quiet
          load={translation}
          given={{ conversation, language, text, busy: sending.busy || enclosed.busy, onSend: send }}
        />
      ) : null}
      {kind === 'reply' ? <Later quiet load={enclosures} given={{ conversation, onChange: setEnclosed }} /> : null}
      <EditorFoot
        id={`${id}-left`}
        kind={kind}
        draft={draft}
        left={left}
        messages={kind === 'reply' ? messagesOf(text.trim().length, transcript.limits?.splitAt) : 1}
        busy={sending.busy || enclosed.busy}
      >
        {kind === 'reply' ? <InsertButton language={language} onInsert={onInsert} /> : null}
      </EditorFoot>
    </form>
  )
}

/** How a field tells of the list it commands. */
function pointing(list: string, { found, active }: Canned) {
  if (found.length === 0) return { 'aria-autocomplete': 'list' as const }
  return { 'aria-autocomplete': 'list' as const, 'aria-controls': list, 'aria-activedescendant': optionId(list, active) }
}

/** Puts words where the cursor is; what is written stays. */
function useInsertion(
  area: { readonly current: HTMLTextAreaElement | null },
  words: string | undefined,
  onTaken: () => void,
): void {
  useEffect(() => {
    const field = area.current
    if (words === undefined || !field) return
    onTaken()
    const at = field.selectionEnd
    typeInto(field, setOff(words, field.value.slice(0, at), field.value.slice(at)))
  }, [words])
}

function InsertButton({ language, onInsert }: { language: string; onInsert: (words: string) => void }) {
  const { aids } = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {aids.insert.open}
      </button>
      {open ? (
        <InsertDialog
          language={language}
          onCancel={() => setOpen(false)}
          onInsert={(words) => {
            setOpen(false)
            onInsert(words)
          }}
        />
      ) : null}
    </>
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
  /** As how many messages the channel takes it. */
  readonly messages: number
  readonly busy: boolean
  readonly children: ComponentChildren
}

/** How much room is left, where the draft is kept, and the button that sends it. */
function EditorFoot({ id, kind, draft, left, messages, busy, children }: EditorFootProps) {
  const { composer: texts, aids } = useTexts()
  return (
    <div class="editor-foot">
      <p class="editor-left" id={id} data-over={left < 0}>
        {left < 0 ? texts.over(-left) : texts.left(left)}
        {messages > 1 ? <strong class="editor-split"> · {aids.limits.split(messages)}</strong> : null}
        {draft.text ? (
          <span class="editor-kept" data-kept={draft.kept}>
            {' '}
            · {draft.kept ? texts.kept : texts.keptHere}
          </span>
        ) : null}
        <span class="editor-shortcut">
          {' '}
          · {texts.shortcut}
          {kind === 'reply' ? ` · / ${aids.canned.hint}` : null}
        </span>
      </p>
      {children}
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
      void queries.invalidateQueries({ queryKey: keys.files(conversation) })
      void queries.invalidateQueries({ queryKey: keys.translations(conversation) })
    },
  })
  const send = async (said: Omit<Written, 'clientId'>): Promise<boolean> => {
    const same = tried.current?.text === said.text && String(tried.current.files) === String(said.files)
    if (!same) tried.current = { clientId: randomId(), ...said }
    try {
      await mutation.mutateAsync(tried.current!)
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
