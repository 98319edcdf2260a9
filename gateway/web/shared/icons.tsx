import type { ComponentChildren } from 'preact'

/** 20 px strokes. An icon never stands alone: words or an accessible name go with it. */
function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

const drawn = (path: string) => () => (
  <Icon>
    <path d={path} />
  </Icon>
)

/** The mark: a window with a sill. */
export const WindowIcon = drawn('M4.5 15V4.5a1.5 1.5 0 0 1 1.5-1.5h8a1.5 1.5 0 0 1 1.5 1.5V15M10 3v12M4.5 9h11M2 15.5h16')
export const PersonIcon = drawn('M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 17a6 6 0 0 1 12 0')
export const SendIcon = drawn('M17 3 9 11M17 3l-5 14-3-6-6-3 14-5Z')
export const CloseIcon = drawn('M5 5l10 10M15 5 5 15')
export const DownIcon = drawn('M10 4v12M5 11l5 5 5-5')
export const CheckIcon = drawn('M4 10.5l4 4 8-9')
export const ClockIcon = drawn('M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 6v4.2l2.8 1.8')
export const AlertIcon = drawn('M10 3 2.5 16.5h15L10 3ZM10 8v4M10 14.4v.1')
export const RetryIcon = drawn('M16.5 4v4h-4M16.2 8A7 7 0 1 0 17 11')
export const NoteIcon = drawn('M4 3.5h12v9l-4 4H4v-13ZM12 16.5v-4h4')
export const SearchIcon = drawn('M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12ZM13.5 13.5 17 17')
export const BackIcon = drawn('M12.5 4 6.5 10l6 6')
export const MenuIcon = drawn('M3.5 5.5h13M3.5 10h13M3.5 14.5h13')
export const SettingsIcon = drawn('M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4')
export const ChatIcon = drawn('M3.5 4.5h13v9.5h-7l-3.5 3v-3h-2.5v-9.5Z')
export const PeopleIcon = drawn('M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM2 16.5a5.5 5.5 0 0 1 11 0M13 4.2a2.8 2.8 0 0 1 0 5M15 11.6a5.5 5.5 0 0 1 3 4.9')
export const HouseIcon = drawn('M3 17V8l7-4.5L17 8v9M1.5 17h17M7 17v-6M10 17v-6M13 17v-6')
