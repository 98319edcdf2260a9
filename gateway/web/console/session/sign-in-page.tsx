import { useEffect } from 'preact/hooks'
import { WindowIcon } from '../../shared/icons'
import { Notice } from '../parts/notice/notice'
import { LanguageChoice } from '../parts/language/language-choice'
import { useTexts } from '../texts/texts'
import { OutsideSignIn } from './outside'
import { SignInForm } from './sign-in'

/** The whole page of somebody who is not signed in. */
export function SignInPage({ left }: { left: boolean }) {
  const texts = useTexts()
  useEffect(() => {
    document.title = `${texts.signIn.title} – Okénko`
  }, [texts])
  return (
    <main class="sign-in" data-session="out">
      <div class="sign-in-card">
        <span class="mark" aria-hidden="true">
          <WindowIcon />
        </span>
        <h1>{texts.signIn.title}</h1>
        {left ? (
          <Notice>
            <p>{texts.signIn.signedOut}</p>
          </Notice>
        ) : null}
        <OutsideSignIn />
        <SignInForm />
      </div>
      <LanguageChoice />
    </main>
  )
}
