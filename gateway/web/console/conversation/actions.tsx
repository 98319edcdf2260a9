import { useState } from 'preact/hooks'
import type { Item } from '../api/contract'
import { Later } from '../parts/later/later'
import { Menu } from '../parts/menu/menu'
import { useTexts } from '../texts/texts'
import { CloseDialog } from './close-dialog'
import { SnoozeDialog } from './snooze-dialog'
import { UnsentWarning } from './unsent-draft'
import type { useActions } from './use-conversation'

const transferDialog = async () => (await import('../handing/transfer-dialog')).TransferDialog

const blockDialog = async () => (await import('../blocks/block-dialog')).BlockDialog

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
  const [asking, setAsking] = useState<'close' | 'transfer' | 'snooze' | 'block'>()
  const buttons = (
    <>
      <button type="button" class="button" aria-disabled={busy !== undefined} onClick={() => setAsking('transfer')}>
        {texts.transfer.open}
      </button>
      {item.snoozedUntil ? (
        <button type="button" class="button" aria-disabled={busy !== undefined} onClick={() => act({ kind: 'claim' })}>
          {texts.snooze.over}
        </button>
      ) : (
        <button type="button" class="button" aria-disabled={busy !== undefined} onClick={() => setAsking('snooze')}>
          {texts.snooze.open}
        </button>
      )}
      <button type="button" class="button" aria-disabled={busy !== undefined} onClick={() => act({ kind: 'giveBack' })}>
        {texts.actions.giveBack}
      </button>
      <button type="button" class="button" aria-disabled={busy !== undefined} onClick={() => setAsking('block')}>
        {texts.actions.block}
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
      {asking === 'transfer' ? <Later load={transferDialog} given={{ item, actions, onCancel: cancel }} /> : null}
      {asking === 'block' ? (
        <Later load={blockDialog} given={{ conversation: String(item.conversation), onCancel: cancel }} />
      ) : null}
      {asking === 'snooze' ? (
        <SnoozeDialog
          onCancel={cancel}
          onSnooze={(until) => {
            cancel()
            act({ kind: 'snooze', until })
          }}
        />
      ) : null}
      {asking === 'close' ? (
        <CloseDialog
          title={texts.actions.closeTitle}
          onCancel={cancel}
          onClose={(outcome) => {
            cancel()
            act({ kind: 'close', outcome })
          }}
        >
          <UnsentWarning conversation={item.conversation} />
        </CloseDialog>
      ) : null}
    </div>
  )
}
