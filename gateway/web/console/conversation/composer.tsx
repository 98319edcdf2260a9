import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useId, useRef, useState } from 'preact/hooks'
import { consoleApi, statusOf, type Written } from '../api/console-api'
import { inWords } from '../api/faults'
import { LONGEST_TEXT } from '../api/contract'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Notice } from '../parts/notice/notice'
import { Tabs } from '../parts/tabs/tabs'
import { useSession } from '../session/session'
import { useTexts, type Texts } from '../texts/texts'
import { draftKey, useDraft, type DraftKind } from './drafts'
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
  const { clerk } = useSession()
  const [text, setText] = useDraft(draftKey(clerk.id, conversation, kind))
  const area = useRef<HTMLTextAreaElement>(null)
  const [blank, setBlank] = useState(false)
  const sending = useSending(conversation, kind)
  const hint = useId()
  const left = LONGEST_TEXT - text.trim().length

  const send = async () => {
    area.current?.focus()
    if (text.trim() === '') return setBlank(true)
    if (left < 0 || sending.busy) return
    // Only what was sent leaves the editor: words typed meanwhile stay.
    if (await sending.send(text.trim())) setText(area.current?.value === text ? '' : (area.current?.value ?? ''))
  }
  const note = kind === 'note'
  const fault = blank ? texts.composer.empty : sending.refusal
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {fault ? (
        <Notice tone="danger" id={`${hint}-fault`}>
          <p>{fault}</p>
        </Notice>
      ) : null}
      <textarea
        ref={area}
        class="input editor-text"
        rows={3}
        value={text}
        aria-label={note ? texts.composer.noteLabel : texts.composer.replyLabel}
        aria-describedby={`${hint}-left${fault ? ` ${hint}-fault` : ''}`}
        aria-invalid={left < 0 || blank ? true : undefined}
        placeholder={note ? texts.composer.noteHint : texts.composer.replyHint}
        onInput={(event) => {
          setBlank(false)
          setText(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
          event.preventDefault()
          void send()
        }}
      />
      <div class="editor-foot">
        <p class="editor-left" id={`${hint}-left`} data-over={left < 0}>
          {left < 0 ? texts.composer.over(-left) : texts.composer.left(left)}
          {text ? <span class="editor-kept"> · {texts.composer.kept}</span> : null}
          <span class="editor-shortcut"> · {texts.composer.shortcut}</span>
        </p>
        <button type="submit" class="button button-main" aria-disabled={sending.busy || left < 0}>
          {sending.busy ? texts.composer.sending : note ? texts.composer.sendNote : texts.composer.send}
        </button>
      </div>
    </form>
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
    if (tried.current?.text !== text) tried.current = { clientId: newClientId(), text }
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

/** 128 random bits; `randomUUID` is missing where the console is reached over plain HTTP. */
function newClientId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
