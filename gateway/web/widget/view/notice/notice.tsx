import { AlertIcon, ClockIcon } from '../../../shared/icons'
import { useView } from '../context'
import { focusField } from '../focus'

/** What stands in the way just now, in words; the announcer says the same aloud. */
export function Notice() {
  const { chat, state, t } = useView()
  const { connection, disturbed, limitedFor, phase } = state
  if (phase === 'expired') {
    return (
      <div class="notice warn" data-notice="expired">
        <p>
          <AlertIcon /> <span>{t('expired')}</span>
        </p>
        <button
          type="button"
          class="primary"
          onClick={({ currentTarget }) => {
            focusField(currentTarget)
            chat.startAnew()
          }}
        >
          {t('newConversation')}
        </button>
      </div>
    )
  }
  if (disturbed && connection === 'offline') return <Line kind="offline" words={t('offline')} icon={<AlertIcon />} />
  if (disturbed && connection === 'reconnecting') {
    return <Line kind="reconnecting" words={t('reconnecting')} icon={<ClockIcon />} />
  }
  if (limitedFor !== undefined) {
    return <Line kind="limited" words={t('limited', { n: limitedFor })} icon={<ClockIcon />} />
  }
  return null
}

function Line({ kind, words, icon }: { kind: string; words: string; icon: preact.JSX.Element }) {
  return (
    <div class="notice warn" data-notice={kind}>
      <p>
        {icon} <span>{words}</span>
      </p>
    </div>
  )
}
