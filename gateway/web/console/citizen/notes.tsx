import { useId, useState } from 'preact/hooks'
import { statusOf } from '../api/console-api'
import { sameId } from '../api/contract'
import { inWords } from '../api/faults'
import { personApi, type CitizenNote } from '../api/person-api'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { useNow } from '../parts/hooks'
import { Notice } from '../parts/notice/notice'
import { useSession } from '../session/session'
import { useTexts } from '../texts/texts'
import { whenExactly } from '../texts/times'

const LONGEST = 2000

interface NotesProps {
  readonly conversation: string
  readonly notes: readonly CitizenNote[]
  readonly onChange: () => void
}

type Doing = { readonly what: 'add' } | { readonly what: 'change' | 'delete'; readonly note: CitizenNote }

/** Notes of clerks about the citizen, each with its author, time and earlier wordings. */
export function Notes({ conversation, notes, onChange }: NotesProps) {
  const texts = useTexts()
  const now = useNow()
  const { clerk, rights } = useSession()
  const [doing, setDoing] = useState<Doing>()
  const done = () => {
    setDoing(undefined)
    onChange()
  }
  return (
    <section aria-label={texts.person.notes}>
      <h3 class="citizen-heading">{texts.person.notes}</h3>
      {notes.length === 0 ? <p class="soft">{texts.person.noNotes}</p> : null}
      <ul class="citizen-history" role="list">
        {notes.map((note) => (
          <li class="card citizen-note" key={note.id}>
            <p class="citizen-words">{note.text}</p>
            <small>
              {note.name}, <time dateTime={note.at}>{whenExactly(note.at, now, texts)}</time>
            </small>
            {note.earlier.length > 0 ? (
              <details>
                <summary>{texts.person.earlier(note.earlier.length)}</summary>
                {note.earlier.map((one) => (
                  <p class="citizen-words" key={one.version}>
                    {one.text}
                    <small>
                      {one.name}, {whenExactly(one.at, now, texts)}
                    </small>
                  </p>
                ))}
              </details>
            ) : null}
            {sameId(note.author, clerk.id) || rights.includes('protect-data') ? (
              <p class="citizen-buttons">
                <button type="button" class="button button-quiet" onClick={() => setDoing({ what: 'change', note })}>
                  {texts.person.changeNote}
                </button>
                <button type="button" class="button button-quiet" onClick={() => setDoing({ what: 'delete', note })}>
                  {texts.person.deleteNote}
                </button>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {rights.includes('write-notes') ? (
        <button type="button" class="button" onClick={() => setDoing({ what: 'add' })}>
          {texts.person.addNote}
        </button>
      ) : null}
      {doing ? (
        <NoteDialog conversation={conversation} doing={doing} onDone={done} onCancel={() => setDoing(undefined)} />
      ) : null}
    </section>
  )
}

interface NoteDialogProps {
  readonly conversation: string
  readonly doing: Doing
  readonly onDone: () => void
  readonly onCancel: () => void
}

function NoteDialog({ conversation, doing, onDone, onCancel }: NoteDialogProps) {
  const texts = useTexts()
  const announce = useAnnounce()
  const id = useId()
  const [text, setText] = useState(doing.what === 'change' ? doing.note.text : '')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const deletes = doing.what === 'delete'
  const send = async () => {
    if (busy || (!deletes && text.trim() === '')) return
    setBusy(true)
    try {
      if (doing.what === 'add') await personApi.note(conversation, text)
      else if (doing.what === 'change') await personApi.reword(doing.note.id, doing.note.version, text)
      else await personApi.deleteNote(doing.note.id, doing.note.version)
      announce(deletes ? texts.person.noteDeleted : texts.person.noteSaved)
      onDone()
    } catch (refusal) {
      setBusy(false)
      setFault(statusOf(refusal) === 409 ? texts.person.noteStale : inWords(refusal, texts))
    }
  }
  const title = { add: texts.person.addNote, change: texts.person.changeNote, delete: texts.person.deleteNote }[doing.what]
  return (
    <Dialog title={title} onCancel={onCancel}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {fault ? (
          <Notice tone="danger">
            <p>{fault}</p>
          </Notice>
        ) : null}
        {deletes ? (
          <p class="dialog-word">{texts.person.deleteText}</p>
        ) : (
          <div class="field">
            <label for={id}>{texts.person.noteField}</label>
            <textarea
              id={id}
              class="input"
              rows={4}
              autofocus
              maxLength={LONGEST}
              value={text}
              aria-describedby={`${id}-hint`}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <p class="field-hint" id={`${id}-hint`}>
              {texts.person.noteHint}
            </p>
          </div>
        )}
        <DialogButtons save={title} busy={busy} onCancel={onCancel} />
      </form>
    </Dialog>
  )
}
