import { render } from 'preact'
import { adopt, stylesheet } from '../../shared/stylesheet'
import { brandCss, tokens } from '../../shared/tokens'
import { Chat } from '../chat/chat'
import { Gateway } from '../chat/gateway'
import { browserStores, Memory } from '../chat/memory'
import { Texts } from '../chat/texts'
import { App } from '../view/app'
import css from '../view/view.css?inline'
import type { Embedding } from './embed'

let viewSheet: CSSStyleSheet | undefined

/**
 * The chat as an element: `<okenko-chat endpoint="https://…" data-lang data-title data-theme>`, or `mode="page"`.
 * Its state can be read from outside: `data-state` (loading, first-contact, with-bot, waiting, with-clerk, closed,
 * expired, hidden), `data-connection` (online, reconnecting, offline) and `data-open`.
 */
export class OkenkoChat extends HTMLElement {
  static readonly observedAttributes = ['data-title']
  /** What elements without their own attributes use; set by the script that defines the element. */
  static embedding: Embedding = { base: undefined, lang: null, title: null, theme: null, logo: false }

  readonly #root = this.attachShadow({ mode: 'open' })
  readonly #brand = stylesheet('')
  #chat: Chat | undefined
  #texts: Texts | undefined
  #stopWatching: (() => void) | undefined
  #branded: unknown

  constructor() {
    super()
    adopt(this.#root, tokens(), (viewSheet ??= stylesheet(css)), this.#brand)
  }

  connectedCallback(): void {
    const base = this.#base()
    if (base === undefined) {
      this.dataset['state'] = 'hidden'
      return
    }
    const { theme } = OkenkoChat.embedding
    if (this.dataset['theme'] === undefined && theme !== null) this.dataset['theme'] = theme
    this.#texts = new Texts(base)
    this.#chat = new Chat({
      texts: this.#texts,
      gateway: new Gateway(base),
      memory: new Memory(base, browserStores()),
      languages: [
        this.dataset['lang'] ?? OkenkoChat.embedding.lang,
        this.lang,
        document.documentElement.lang,
        ...navigator.languages,
      ],
      page: this.#isPage,
    })
    this.#stopWatching = this.#chat.subscribe(() => this.#reflect())
    this.#reflect()
    this.#draw()
    this.#chat.start()
    this.#takeLink()
  }

  disconnectedCallback(): void {
    this.#stopWatching?.()
    this.#chat?.stop()
    this.#chat = undefined
    render(null, this.#root)
  }

  attributeChangedCallback(): void {
    this.#draw()
  }

  /**
   * A link with a one-time code goes on with the matter it is of, one with a life situation asks about it; whoever
   * copies the address later has neither.
   */
  #takeLink(): void {
    const code = /^#code=([\w-]{10,11})$/.exec(location.hash)?.[1]
    const slug = /^#situace=([\w.-]{1,100})$/.exec(location.hash)?.[1]
    if (!this.#isPage || (code ?? slug) === undefined) return
    history.replaceState(null, '', location.pathname + location.search)
    if (code !== undefined) this.#chat?.send(code)
    if (slug !== undefined) void this.#chat?.ask(slug)
  }

  get #isPage(): boolean {
    return this.getAttribute('mode') === 'page'
  }

  #base(): string | undefined {
    const endpoint = this.getAttribute('endpoint')
    if (endpoint === null) return OkenkoChat.embedding.base
    try {
      const { origin, pathname } = new URL(endpoint, document.baseURI)
      return origin + pathname.replace(/\/?$/, '/')
    } catch {
      return undefined
    }
  }

  #draw(): void {
    const chat = this.#chat
    const texts = this.#texts
    if (chat === undefined || texts === undefined) return
    const { title, logo } = OkenkoChat.embedding
    const sameOrigin = new URL(chat.base).origin === location.origin
    render(
      <App
        chat={chat}
        texts={texts}
        page={this.#isPage}
        title={this.dataset['title'] ?? title ?? ''}
        logo={sameOrigin || logo || this.dataset['logo'] !== undefined}
      />,
      this.#root,
    )
  }

  #reflect(): void {
    const state = this.#chat?.state
    if (state === undefined) return
    const { office, officeState, phase, connection, open, language } = state
    this.dataset['state'] = office !== undefined ? phase : officeState === 'loading' ? 'loading' : 'hidden'
    this.dataset['connection'] = connection
    this.toggleAttribute('data-open', open)
    if (office !== undefined && office.brand !== this.#branded) {
      this.#branded = office.brand
      this.#brand.replaceSync(brandCss(office.brand))
    }
    if (this.#isPage) {
      document.documentElement.lang = language
      document.title = office?.name ?? document.title
    }
  }
}
