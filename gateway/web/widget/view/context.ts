import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ChatTranslate } from '../../shared/texts/chat'
import type { Chat } from '../chat/chat'
import type { ChatState } from '../chat/state'

/** What every part of the view works with. */
export interface View {
  readonly chat: Chat
  readonly state: ChatState
  readonly t: ChatTranslate
  /** The full page rather than a panel on another page. */
  readonly page: boolean
  /** The host's own title for the panel, else empty. */
  readonly title: string
  /** Whether the office's logo may be loaded as an image on this page. */
  readonly logo: boolean
}

/** Provided by App, around everything. */
export const ViewContext = createContext<View>({} as View)

export const useView = (): View => useContext(ViewContext)
