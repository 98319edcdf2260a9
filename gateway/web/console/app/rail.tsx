import { useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { ChatIcon, ClockIcon, HouseIcon, NoteIcon, PeopleIcon, SettingsIcon, WindowIcon } from '../../shared/icons'
import type { Right } from '../api/contract'
import { inWords } from '../api/faults'
import { PreferenceChoices } from '../keyboard/preferences'
import { useAnnounce } from '../parts/announcer/announcer'
import { LanguageChoice } from '../parts/language/language-choice'
import { Menu } from '../parts/menu/menu'
import { useDoor, useSession } from '../session/session'
import { useTexts } from '../texts/texts'
import './rail.css'

/** The narrow bar at the side: the office, the screens, the clerk's own menu. */
export function Rail() {
  const texts = useTexts()
  const [location] = useLocation()
  const { office, rights, secondFactor } = useSession()
  const may = (right: Right) => secondFactor !== 'owed' && rights.includes(right)
  const onQueue = location.startsWith('/fronta') || location.startsWith('/konverzace')
  return (
    <header class="rail">
      <OfficeMark name={office.name} logo={office.logo} />
      <nav class="rail-nav" aria-label={texts.navigation}>
        <Link class="rail-link" href="/fronta" aria-current={onQueue ? 'page' : undefined}>
          <ChatIcon />
          <span>{texts.queue.title}</span>
        </Link>
        {may('see-conversations') ? (
          <Link class="rail-link" href="/urad" aria-current={location === '/urad' ? 'page' : undefined}>
            <HouseIcon />
            <span>{texts.directory.title}</span>
          </Link>
        ) : null}
        {may('manage-people') ? (
          <Link class="rail-link" href="/lide" aria-current={location === '/lide' ? 'page' : undefined}>
            <PeopleIcon />
            <span>{texts.people.title}</span>
          </Link>
        ) : null}
        {may('keep-articles') ? (
          <Link class="rail-link" href="/chybi" aria-current={location === '/chybi' ? 'page' : undefined}>
            <NoteIcon />
            <span>{texts.gaps.rail}</span>
          </Link>
        ) : null}
        {may('read-audit') ? (
          <Link class="rail-link" href="/zaznamy" aria-current={location === '/zaznamy' ? 'page' : undefined}>
            <ClockIcon />
            <span>{texts.audit.rail}</span>
          </Link>
        ) : null}
        {may('manage-integrations') ? (
          <Link class="rail-link" href="/napojeni" aria-current={location.startsWith('/napojeni') ? 'page' : undefined}>
            <SettingsIcon />
            <span>{texts.integrations.rail}</span>
          </Link>
        ) : null}
      </nav>
      <Account />
    </header>
  )
}

/** The office's own logo; our window where there is none or it does not load. */
function OfficeMark({ name, logo }: { name: string; logo: string | undefined }) {
  const [broken, setBroken] = useState(false)
  if (!logo || broken) {
    return (
      <span class="mark" title={name}>
        <WindowIcon />
      </span>
    )
  }
  return <img class="rail-logo" src={logo} alt={name} onError={() => setBroken(true)} />
}

function Account() {
  const texts = useTexts()
  const { clerk, rights } = useSession()
  const { leave } = useDoor()
  const announce = useAnnounce()
  const [refusal, setRefusal] = useState<string>()
  const signOut = () =>
    leave().catch((fault: unknown) => {
      setRefusal(inWords(fault, texts))
      announce(inWords(fault, texts))
    })
  return (
    <div class="rail-account">
      <Menu
        label={`${texts.account}: ${clerk.name}`}
        face={<span class="initials">{initials(clerk.name)}</span>}
        class="rail-me"
      >
        <p class="rail-name">
          <strong>{clerk.name}</strong>
          <span class="soft">{texts.people.roles[clerk.role]}</span>
        </p>
        <Link class="button" href="/ucet">{texts.ownAccount.open}</Link>
        <LanguageChoice />
        <PreferenceChoices />
        <Link class="button" href="/texty">
          {texts.aids.canned.title}
        </Link>
        {rights.includes('keep-blocks') ? (
          <Link class="button" href="/blokovani">
            {texts.actions.blocks}
          </Link>
        ) : null}
        {refusal ? <p class="field-fault">{refusal}</p> : null}
        <button type="button" class="button" onClick={() => void signOut()}>
          {texts.signIn.out}
        </button>
      </Menu>
    </div>
  )
}

/** The first letters of the first and the last name. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words
  return ends.map((word) => [...(word ?? '')][0]?.toUpperCase()).join('')
}
