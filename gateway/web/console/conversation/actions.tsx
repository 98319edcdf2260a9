import { useState } from 'preact/hooks'
import type { Item } from '../api/contract'
import { Dialog } from '../parts/dialog/dialog'
import { Menu } from '../parts/menu/menu'
import { useTexts } from '../texts/texts'
import { TransferDialog } from './transfer-dialog'
import { UnsentWarning } from './unsent-draft'
import type { useActions } from './use-conversation'

interface ActionsProps {
  readonly item: Item
  /** There is too little room for a row of buttons. */
  readonly narrow: boolean
  readonly actions: ReturnType<typeof useActions>
}

/** What the holder of a conversation can do with it besides writing. */
export function Actions({ item, narrow, actions }: ActionsProps) {
  const texts = useTexts()
  const { act, busy } = actions
  const [asking, setAsking] = useState<'close' | 'transfer'>()
  const buttons = (
    <>
      <button type="button" class="button" aria-disabled={busy !== undefined} onClick={() => setAsking('transfer')}>
        {texts.transfer.open}
      </button>
      <button type="button" class="button" aria-disabled={busy !== undefined} onClick={() => act({ kind: 'giveBack' })}>
        {texts.actions.giveBack}
      </button>
      <button type="button" class="button" aria-disabled={busy !== undefined} onClick={() => setAsking('close')}>
        {texts.actions.close}
      </button>
    </>
  )
  const cancel = () => setAsking(undefined)
  return (
    <div class="actions" role="group" aria-label={texts.actions.label}>
      {narrow ? <Menu label={texts.more}>{buttons}</Menu> : buttons}
      {asking === 'transfer' ? <TransferDialog item={item} actions={actions} onCancel={cancel} /> : null}
      {asking === 'close' ? (
        <CloseDialog
          item={item}
          onCancel={cancel}
          onConfirm={() => {
            cancel()
            act({ kind: 'close' })
          }}
        />
      ) : null}
    </div>
  )
}

interface CloseDialogProps {
  readonly item: Item
  readonly onCancel: () => void
  readonly onConfirm: () => void
}

function CloseDialog({ item, onCancel, onConfirm }: CloseDialogProps) {
  const texts = useTexts()
  return (
    <Dialog title={texts.actions.closeTitle} onCancel={onCancel}>
      <p>{texts.actions.closeText}</p>
      <UnsentWarning conversation={item.conversation} />
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={onCancel}>
          {texts.cancel}
        </button>
        <button type="button" class="button button-main" onClick={onConfirm}>
          {texts.actions.closeYes}
        </button>
      </div>
    </Dialog>
  )
}
