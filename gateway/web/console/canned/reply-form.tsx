import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useAgendas } from '../api/agendas'
import { aidsApi, LONGEST_SHORTCUT, type CannedReplies, type CannedReply, type NewReply } from '../api/aids-api'
import { statusOf } from '../api/console-api'
import { LONGEST_TEXT } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Field, FieldFault } from '../parts/field/field'
import { Notice } from '../parts/notice/notice'
import { useSession } from '../session/session'
import { useTexts, type Texts } from '../texts/texts'
import { isTaken, previewOf, unknownIn } from './variables'

interface ReplyFormProps {
  /** The one that is changed; absent for a new one. */
  readonly reply: CannedReply | undefined
  readonly canned: CannedReplies
  readonly onDone: () => void
}

/** Writes a canned reply: its shortcut, agenda and text, with variables explained and a preview. */
export function ReplyForm({ reply, canned, onDone }: ReplyFormProps) {
  const texts = useTexts()
  const words = texts.aids.canned
  const [draft, setDraft] = useState<NewReply>(reply ?? { agenda: '', shortcut: '', text: '' })
  const [tries, setTries] = useState(0)
  // Where the last try leads; a fault that comes while one writes elsewhere takes no focus.
  const [leads, setLeads] = useState<'shortcut' | 'text'>()
  const change = (changed: Partial<NewReply>) => setDraft((was) => ({ ...was, ...changed }))
  const shortcutFault = tries > 0 ? faultOfShortcut(draft, canned, reply, texts) : undefined
  const textFault = tries > 0 ? faultOfText(draft.text, canned.variables, texts) : undefined
  const saving = useSaving(reply, onDone)
  const submit = (event: Event) => {
    event.preventDefault()
    const wrongShortcut = faultOfShortcut(draft, canned, reply, texts)
    const wrongText = faultOfText(draft.text, canned.variables, texts)
    setTries(tries + 1)
    setLeads(wrongShortcut ? 'shortcut' : wrongText ? 'text' : undefined)
    if (!wrongShortcut && !wrongText && !saving.busy) saving.save({ ...draft, text: draft.text.trim() })
  }
  return (
    <Dialog title={reply ? words.editOf(reply.shortcut) : words.add} onCancel={onDone}>
      <form noValidate onSubmit={submit}>
        {saving.refusal ? (
          <Notice tone="danger">
            <p>{saving.refusal}</p>
          </Notice>
        ) : null}
        <Field
          label={words.shortcut}
          name="shortcut"
          value={draft.shortcut}
          onInput={(shortcut) => change({ shortcut })}
          hint={words.shortcutHint}
          fault={shortcutFault}
          focus={leads === 'shortcut' ? tries : undefined}
          autofocus
        />
        <AgendaField agenda={draft.agenda} onChoose={(agenda) => change({ agenda })} />
        <TextField
          text={draft.text}
          onInput={(text) => change({ text })}
          fault={textFault}
          focus={leads === 'text' ? tries : 0}
        />
        <Variables names={canned.variables} />
        <Preview draft={draft} />
        <DialogButtons save={words.save} busy={saving.busy} onCancel={onDone} />
      </form>
    </Dialog>
  )
}

function faultOfShortcut(
  { agenda, shortcut }: NewReply,
  canned: CannedReplies,
  reply: CannedReply | undefined,
  { aids: { canned: words } }: Texts,
): string | undefined {
  if (!/^[\p{L}\p{N}-]+$/u.test(shortcut) || shortcut.length > LONGEST_SHORTCUT) return words.shortcutWrong
  return isTaken(canned.replies, agenda, shortcut, reply?.id) ? words.taken : undefined
}

function faultOfText(text: string, variables: readonly string[], { aids: { canned: words } }: Texts): string | undefined {
  if (text.trim() === '') return words.textMissing
  if (text.trim().length > LONGEST_TEXT) return words.textLong(text.trim().length - LONGEST_TEXT)
  const unknown = unknownIn(text, variables)
  return unknown.length > 0 ? words.unknown(unknown.map((name) => `{${name}}`).join(', ')) : undefined
}

function useSaving(reply: CannedReply | undefined, onDone: () => void) {
  const texts = useTexts()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const refused = (fault: unknown) => (statusOf(fault) === 409 ? texts.aids.canned.taken : inWords(fault, texts))
  const mutation = useMutation({
    mutationFn: (draft: NewReply) => (reply ? aidsApi.changeCanned(reply.id, draft) : aidsApi.addCanned(draft)),
    onSuccess: (_, { shortcut }) => {
      announce(texts.aids.canned.saved(shortcut))
      void queries.invalidateQueries({ queryKey: keys.canned })
      onDone()
    },
    onError: (fault) => announce(refused(fault)),
  })
  return {
    save: ({ agenda, shortcut, text }: NewReply) => mutation.mutate({ agenda, shortcut, text }),
    busy: mutation.isPending,
    refusal: mutation.isError ? refused(mutation.error) : undefined,
  }
}

function AgendaField({ agenda, onChoose }: { agenda: string; onChoose: (agenda: string) => void }) {
  const { aids: { canned: words } } = useTexts()
  const agendas = useAgendas()
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{words.agenda}</label>
      <select id={id} class="select" value={agenda} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{words.general}</option>
        {agendas.map(({ id: each, name }) => (
          <option key={each} value={each} selected={each === agenda}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

interface TextFieldProps {
  readonly text: string
  readonly onInput: (text: string) => void
  readonly fault: string | undefined
  /** Takes the focus each time this number grows. */
  readonly focus: number
}

function TextField({ text, onInput, fault, focus }: TextFieldProps) {
  const { aids: { canned: words } } = useTexts()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (focus > 0) area.current?.focus()
  }, [focus])
  return (
    <div class="field">
      <label for={id}>{words.text}</label>
      <textarea
        ref={area}
        id={id}
        class="input canned-text"
        rows={5}
        value={text}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <FieldFault id={id} words={fault} />
    </div>
  )
}

function Variables({ names }: { names: readonly string[] }) {
  const { aids: { canned: words } } = useTexts()
  return (
    <>
      <p class="field-hint">{words.variables}</p>
      <dl class="canned-variables">
        {names.map((name) => (
          <div key={name}>
            <dt>
              <code>{`{${name}}`}</code>
            </dt>
            <dd>{words.explained[name] ?? name}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Preview({ draft: { agenda, text } }: { draft: NewReply }) {
  const { aids: { canned: words } } = useTexts()
  const { clerk, office } = useSession()
  const heading = useId()
  const agendaName = useAgendas().find(({ id }) => id === agenda)?.name ?? ''
  if (text.trim() === '') return null
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{words.preview}</h3>
      <p class="canned-preview">
        {previewOf(text, { urednik: clerk.name, urad: office.name, agenda: agendaName }, words.explained)}
      </p>
      <p class="field-hint">{words.previewHint}</p>
    </section>
  )
}
