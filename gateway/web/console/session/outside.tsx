import { useEffect, useState } from 'preact/hooks'
import { consoleApi, OUTSIDE } from '../api/console-api'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'

/** The way in with an account of the office, where there is one; and why it did not lead in. */
export function OutsideSignIn() {
  const texts = useTexts()
  const [label, setLabel] = useState<string>()
  useEffect(() => {
    consoleApi.waysIn().then(
      (ways) => setLabel(ways.outside),
      () => setLabel(undefined), // name and password are there in any case
    )
  }, [])
  if (!label) return null
  const outcome = new URLSearchParams(location.search).get('sign-in') ?? ''
  const fault = outcome ? (texts.signIn.outside[outcome] ?? texts.signIn.outside['again']) : undefined
  return (
    <>
      {fault ? (
        <Notice tone="danger">
          <p>{fault}</p>
        </Notice>
      ) : null}
      <a class="button sign-in-outside" href={OUTSIDE}>
        {texts.signIn.with(label)}
      </a>
    </>
  )
}
