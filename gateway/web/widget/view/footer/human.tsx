import { PersonIcon } from '../../../shared/icons'
import { useView } from '../context'
import { focusTranscript } from '../focus'
import { sentence } from '../format'
import { Leave } from '../leave/leave'
import { Receipt } from '../receipt/receipt'

/** The way to a person, in the same place in every state: a button, or how far it has got. */
export function Human() {
  const { chat, state, t } = useView()
  const { phase, place, wait, clerk, officeOpen, openText } = state
  if (phase === 'waiting') {
    return (
      <div class="human" data-human="waiting">
        <p>
          <PersonIcon />
          <span>
            <strong>{t('whoWaiting')}.</strong> {place === undefined ? t('inQueue') : t('place', { place })}
            {wait !== undefined && ` ${t('wait', wait)}`}
          </span>
        </p>
        <p class="small">
          {officeOpen ? t('waitingHint') : `${t('outOfHours')} ${sentence(openText)} ${t('waitingHint')}`}
        </p>
        <Receipt />
        {state.mail && <Leave />}
      </div>
    )
  }
  if (phase === 'with-clerk') {
    return (
      <div class="human" data-human="with-clerk">
        <p>
          <PersonIcon />
          <span>
            <strong>{t('withClerk', { name: clerk?.name || t('clerk') })}</strong>
            {clerk !== undefined && clerk.agenda !== '' && `, ${clerk.agenda}`}
          </span>
        </p>
        <Receipt />
      </div>
    )
  }
  return (
    <button
      type="button"
      class="human"
      data-human="button"
      aria-labelledby="human"
      aria-describedby="hours"
      onClick={({ currentTarget }) => {
        focusTranscript(currentTarget)
        chat.send(t('human'), 'handoff')
      }}
    >
      <span class="label" id="human">
        <PersonIcon /> {t('human')}
      </span>
      <span class="small" id="hours">
        {officeOpen ? openText : `${t('outOfHours')} ${sentence(openText)}`}
      </span>
    </button>
  )
}
