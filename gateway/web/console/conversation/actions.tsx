import { useRef, useState } from 'preact/hooks'
import type { Id } from '../api/contract'
import { Dialog } from '../parts/dialog/dialog'
import { Menu } from '../parts/menu/menu'
import { useSession } from '../session/session'
import { useTexts } from '../texts/texts'
import { draftKey, readDraft } from './drafts'
import type { Action } from './use-conversation'

interface ActionsProps {
  readonly conversation: Id
  /** There is too little room for a row of buttons. */
  readonly narrow: boolean
  readonly busy: Action | undefined
  readonly onAct: (action: Action) => void
}

/** What the holder of a conversation can do with it besides writing. */
export function Actions({ conversation, narrow, busy, onAct }: ActionsProps) {
  const texts = useTexts()
  const [asking, setAsking] = useState(false)
  const group = useRef<HTMLDivElement>(null)
  const buttons = (
    <>
      <button type="button" class="button" aria-disabled={busy !== undefined} onClick={() => onAct('giveBack')}>
        {texts.actions.giveBack}
      </button>
      <button type="button" class="button" aria-disabled={busy !== undefined} onClick={() => setAsking(true)}>
        {texts.actions.close}
      </button>
    </>
  )
  return (
    <div class="actions" role="group" aria-label={texts.actions.label} ref={group}>
      {narrow ? <Menu label={texts.more}>{buttons}</Menu> : buttons}
      {asking ? (
        <CloseDialog
          conversation={conversation}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            onAct('close')
          }}
        />
      ) : null}
    </div>
  )
}

interface CloseDialogProps {
  readonly conversation: Id
  readonly onCancel: () => void
  readonly onConfirm: () => void
}

function CloseDialog({ conversation, onCancel, onConfirm }: CloseDialogProps) {
  const texts = useTexts()
  const { clerk } = useSession()
  const unsent = readDraft(draftKey(clerk.id, conversation, 'reply')) !== ''
  return (
    <Dialog title={texts.actions.closeTitle} onCancel={onCancel}>
      <p>{texts.actions.closeText}</p>
      {unsent ? <p class="warned">{texts.actions.closeDraft}</p> : null}
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
