import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useId, useState } from 'preact/hooks'
import { statusOf } from '../api/console-api'
import { directoryApi, LARGEST, TABLE, type Import } from '../api/directory-api'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog } from '../parts/dialog/dialog'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { reasonInWords } from './reasons'

/** The directory as a table: saved, changed elsewhere, looked at, and only then taken over. */
export function TableDialog({ onDone }: { onDone: () => void }) {
  const texts = useTexts()
  const say = texts.directory.table
  const id = useId()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [csv, setCsv] = useState('')
  const [tooLarge, setTooLarge] = useState(false)
  const looking = useMutation({
    mutationFn: (text: string) => directoryApi.take(text, true),
    onSuccess: ({ faults, added, changed, same }) =>
      announce(faults.length > 0 ? say.faults : `${say.result(added, changed, same)} ${say.notYet}`),
  })
  const applying = useMutation({
    mutationFn: (text: string) => directoryApi.take(text, false),
    onSuccess: (taken, text) => {
      if (!taken.written) return looking.mutate(text)
      announce(say.applied(taken.people.length))
      onDone()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.directory }),
  })
  const choose = async (file: File | undefined) => {
    looking.reset()
    applying.reset()
    const text = file ? await decoded(file) : ''
    setTooLarge(text.length > LARGEST)
    setCsv(text)
    if (text !== '' && text.length <= LARGEST) looking.mutate(text)
  }
  const found = looking.data
  const usable = found && found.faults.length === 0 && found.people.length > 0
  const fault = applying.error ?? looking.error
  return (
    <Dialog title={say.title} onCancel={onDone}>
      <p class="dialog-word">{say.text}</p>
      <p>
        <a class="button" href={TABLE} download>
          {say.save}
        </a>
      </p>
      <p class="field-hint table-note">{say.saveNote}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (usable && !applying.isPending) applying.mutate(csv)
        }}
      >
        <div class="field">
          <label for={`${id}-file`}>{say.file}</label>
          <input
            id={`${id}-file`}
            class="input"
            type="file"
            accept=".csv,text/csv,text/plain"
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
        </div>
        {looking.isPending ? <p>{say.looking}</p> : null}
        {tooLarge || statusOf(fault) === 413 ? (
          <Notice tone="danger">
            <p>{say.tooLarge}</p>
          </Notice>
        ) : fault ? (
          <Notice tone="danger">
            <p>{statusOf(fault) === 400 ? say.unreadable : inWords(fault, texts)}</p>
          </Notice>
        ) : null}
        {found ? <Found found={found} /> : null}
        <div class="dialog-buttons">
          <button type="button" class="button" onClick={onDone}>
            {say.close}
          </button>
          <button type="submit" class="button button-main" aria-disabled={!usable || applying.isPending}>
            {applying.isPending ? texts.saving : say.apply}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** What a file would do, or what is wrong with it. */
function Found({ found }: { found: Import }) {
  const texts = useTexts()
  const { table: say, columns } = texts.directory
  if (found.faults.length > 0) {
    return (
      <div class="table-found">
        <Notice tone="danger">
          <p>{say.faults}</p>
        </Notice>
        <ul>
          {found.faults.map(({ line, reason }) => (
            <li key={`${line} ${reason}`}>{say.line(line, reasonInWords(reason, texts))}</li>
          ))}
        </ul>
      </div>
    )
  }
  if (found.people.length === 0) return <p>{say.nothing}</p>
  return (
    <div class="table-found">
      <p>
        <strong>{say.result(found.added, found.changed, found.same)}</strong> {say.notYet}
      </p>
      <ul>
        {found.people.map((person) => (
          <li key={person['sign-in']}>
            {person.name}: {person.added ? say.new : person.columns.map((column) => columns[column]).join(', ')}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Spreadsheets here write UTF-8 or, when they are old, the Windows code page of Central Europe. */
async function decoded(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1250').decode(bytes)
  }
}
