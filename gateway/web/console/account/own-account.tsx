import { useQuery } from '@tanstack/preact-query'
import { useEffect, useId, useState } from 'preact/hooks'
import { consoleApi } from '../api/console-api'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { Fault } from '../parts/fault/fault'
import { Notice } from '../parts/notice/notice'
import { useSession } from '../session/session'
import { useTexts } from '../texts/texts'
import { ChangePassword } from './change-password'
import { Enrolment } from './enrolment'
import { SwitchOff } from './switch-off'
import './own-account.css'

/** One's own password and second factor. */
export function OwnAccount() {
  const texts = useTexts()
  const words = texts.ownAccount
  const heading = useId()
  const { clerk, secondFactor } = useSession()
  useEffect(() => {
    document.title = `${words.title} – Okénko`
  }, [words])
  return (
    <section class="own-account" aria-labelledby={heading}>
      <h2 id={heading}>{words.title}</h2>
      <p class="soft">{words.intro(clerk.name, clerk.signIn)}</p>
      {secondFactor === 'owed' ? (
        <Notice tone="warn">
          <p>{words.owed}</p>
        </Notice>
      ) : null}
      {secondFactor === 'elsewhere' ? (
        <Notice>
          <p>{words.elsewhere}</p>
        </Notice>
      ) : (
        <>
          <SecondFactor />
          <ChangePassword signIn={clerk.signIn} />
        </>
      )}
    </section>
  )
}

function SecondFactor() {
  const texts = useTexts()
  const words = texts.ownAccount
  const heading = useId()
  const [doing, setDoing] = useState<'nothing' | 'enrolling' | 'leaving'>('nothing')
  const query = useQuery({ queryKey: keys.account, queryFn: consoleApi.account })
  const account = query.data
  const done = () => setDoing('nothing')
  return (
    <section class="account-part" aria-labelledby={heading}>
      <h3 id={heading}>{words.factor}</h3>
      <p>{words.factorText}</p>
      {query.isPending ? <p>{texts.loading}</p> : null}
      {query.isError ? <Fault words={inWords(query.error, texts)} onRetry={() => void query.refetch()} /> : null}
      {account ? (
        <>
          <p>
            <strong>{account.secondFactor ? words.on(account.recoveryCodes) : words.off}</strong>
          </p>
          <p class="account-buttons">
            <button type="button" class="button button-main" onClick={() => setDoing('enrolling')}>
              {account.secondFactor ? words.another : words.enrol}
            </button>
            {account.secondFactor && !account.required ? (
              <button type="button" class="button" onClick={() => setDoing('leaving')}>
                {words.switchOff}
              </button>
            ) : null}
          </p>
        </>
      ) : null}
      {doing === 'enrolling' ? <Enrolment onDone={done} /> : null}
      {doing === 'leaving' ? <SwitchOff onDone={done} /> : null}
    </section>
  )
}
