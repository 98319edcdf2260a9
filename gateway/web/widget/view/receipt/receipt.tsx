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

/** Saves what was said as a file. */
export function Download() {
  const { chat, t } = useView()
  const [failed, setFailed] = useState(false)
  const save = async (): Promise<void> => {
    setFailed(false)
    try {
      const address = URL.createObjectURL(new Blob(['\uFEFF', await chat.transcript()], { type: 'text/plain' }))
      const link = document.createElement('a')
      link.href = address
      link.download = `okenko-${new Date().toLocaleDateString('sv')}.txt`
      link.click()
      setTimeout(() => URL.revokeObjectURL(address), 10_000)
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <button type="button" class="secondary" onClick={() => void save()}>
        {t('download')}
      </button>
      {failed && (
        <p class="fault" role="alert">
          {t('downloadFailed')}
        </p>
      )}
    </>
  )
}
