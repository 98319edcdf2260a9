import { useState } from 'preact/hooks'
import { useView } from '../context'

/** The code by which the office finds the matter, and by which it goes on on another device. */
export function Receipt() {
  const { state, t } = useView()
  if (state.receipt === undefined) return null
  const [before, after] = t('receipt', { code: '\n' }).split('\n')
  return (
    <p class="small receipt">
      {before}
      <strong class="code">{state.receipt}</strong>
      {after}
    </p>
  )
}

interface SaveProps {
  readonly path: string
  readonly name: string
  readonly label: string
  readonly fault: 'downloadFailed' | 'fileFailed'
  readonly look: 'secondary' | 'quiet'
}

/** Saves something of the chat as a file. It is asked for with the token in a header, so its address opens nothing. */
export function Save({ path, name, label, fault, look }: SaveProps) {
  const { chat, t } = useView()
  const [failed, setFailed] = useState(false)
  const save = async (): Promise<void> => {
    setFailed(false)
    try {
      const file = await chat.file(path)
      // Old programs take a text for what it is only by its first bytes.
      const parts = file.type.startsWith('text') ? ['\uFEFF', file] : [file]
      const address = URL.createObjectURL(new Blob(parts, { type: file.type }))
      const link = document.createElement('a')
      link.href = address
      link.download = name
      link.click()
      setTimeout(() => URL.revokeObjectURL(address), 10_000)
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <button type="button" class={look} onClick={() => void save()}>
        {label}
      </button>
      {failed && (
        <p class="fault" role="alert">
          {t(fault)}
        </p>
      )}
    </>
  )
}

/** Saves what was said as a file. */
export function Download() {
  const { state, t } = useView()
  return (
    <Save
      path={`transcript?lang=${state.language}`}
      name={`okenko-${new Date().toLocaleDateString('sv')}.txt`}
      label={t('download')}
      fault="downloadFailed"
      look="secondary"
    />
  )
}
