import { Dialog } from '../parts/dialog/dialog'
import { useTexts } from '../texts/texts'
import { OutsideSignIn } from './outside'
import { SignInForm } from './sign-in'

/** Asks for the password over the clerk's work, which stays as it was underneath. */
export function SignInAgain({ name }: { name: string }) {
  const texts = useTexts()
  return (
    <Dialog title={texts.signIn.again}>
      <p>{texts.signIn.expired}</p>
      <OutsideSignIn />
      <SignInForm name={name} />
    </Dialog>
  )
}
