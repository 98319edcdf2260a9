import { useEffect, useId, useRef } from 'preact/hooks'
import type { DraftFile } from '../../api/files-api'
import { useEnclosures, type Enclosed, type Upload } from './use-enclosures'
import { useFileWords } from './words'
import './enclosures.css'

export interface EnclosuresProps {
  readonly conversation: string
  readonly onChange: (enclosed: Enclosed) => void
}

/** What goes along with a reply: a button, and the whole editor to drop and paste into. */
export function Enclosures({ conversation, onChange }: EnclosuresProps) {
  const words = useFileWords()
  const { list, limits, files, uploads, add, again, stop, remove } = useEnclosures(conversation, onChange)
  const box = useRef<HTMLDivElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const hint = useId()
  useDrops(box, limits ? add : undefined)
  // The button of what goes away has the focus.
  const settled = (act: () => void) => () => {
    button.current?.focus()
    act()
  }
  if (list.isError) {
    return (
      <p class="soft enclosures-word" ref={box}>
        {words.loadFailed}{' '}
        <button type="button" class="button button-quiet" onClick={() => void list.refetch()}>
          {words.again}
        </button>
      </p>
    )
  }
  if (list.data && !limits) return <p class="soft enclosures-word">{words.none}</p>
  return (
    <div class="enclosures" ref={box}>
      {files.length + uploads.length > 0 ? (
        <ul class="enclosures-list" role="list" aria-label={words.label}>
          {files.map((file) => (
            <Kept key={String(file.id)} file={file} onRemove={settled(() => void remove(file))} />
          ))}
          {uploads.map((one) => (
            <OnItsWay
              key={one.key}
              upload={one}
              onAgain={settled(() => again(one.key))}
              onStop={settled(() => stop(one))}
            />
          ))}
        </ul>
      ) : null}
      <button
        type="button"
        class="button"
        ref={button}
        aria-describedby={hint}
        aria-disabled={!limits}
        onClick={() => limits && chooser.current?.click()}
      >
        {words.add}
      </button>
      <span class="soft enclosures-hint" id={hint}>
        {limits ? words.hint(size(limits.largest)) : ''}
      </span>
      <input
        type="file"
        multiple
        hidden
        ref={chooser}
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </div>
  )
}

function Kept({ file, onRemove }: { file: DraftFile; onRemove: () => void }) {
  const words = useFileWords()
  const state = file.state === 'arriving' ? words.unfinished : words[file.state]
  return (
    <li data-state={file.state}>
      <span class="enclosure-name">{file.name || words.unnamed}</span>{' '}
      <span class="soft">
        {size(file.size)}, {state}
      </span>
      <Remove name={file.name || words.unnamed} onRemove={onRemove} />
    </li>
  )
}

function OnItsWay({ upload, onAgain, onStop }: { upload: Upload; onAgain: () => void; onStop: () => void }) {
  const words = useFileWords()
  return (
    <li data-state={upload.fault ? 'failed' : 'arriving'}>
      {upload.fault ? (
        <>
          <span class="enclosure-fault">{words.failed(upload.name, upload.fault)}</span>
          {upload.passes ? (
            <button type="button" class="button button-quiet" onClick={onAgain}>
              {words.again}
            </button>
          ) : null}
        </>
      ) : (
        <>
          <span class="enclosure-name">{upload.name}</span>{' '}
          <progress value={upload.sent} max={upload.size} aria-label={words.arriving(upload.name)} />
        </>
      )}
      <Remove name={upload.name} onRemove={onStop} />
    </li>
  )
}

function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const words = useFileWords()
  return (
    <button type="button" class="button button-quiet enclosure-remove" aria-label={words.remove(name)} onClick={onRemove}>
      <span aria-hidden="true">×</span>
    </button>
  )
}

/** "3,4 MB" or "12 kB". */
function size(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))}\u00a0kB`
    : `${(bytes / 1024 / 1024).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })}\u00a0MB`
}

/** Lets files be dropped on the editor and pasted into it; words are pasted as ever. */
function useDrops(box: { readonly current: HTMLElement | null }, add: ((files: readonly File[]) => void) | undefined): void {
  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form || !add) return undefined
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!carries(event)) return
      event.preventDefault()
      form.dataset['dropping'] = 'true'
    }
    const left = () => delete form.dataset['dropping']
    const dropped = (event: DragEvent) => {
      left()
      if (!carries(event)) return
      event.preventDefault()
      add([...(event.dataTransfer?.files ?? [])])
    }
    const pasted = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return
      event.preventDefault()
      add(files)
    }
    form.addEventListener('dragover', over)
    form.addEventListener('dragleave', left)
    form.addEventListener('drop', dropped)
    form.addEventListener('paste', pasted)
    return () => {
      form.removeEventListener('dragover', over)
      form.removeEventListener('dragleave', left)
      form.removeEventListener('drop', dropped)
      form.removeEventListener('paste', pasted)
    }
  })
}
