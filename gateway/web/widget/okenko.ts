import { embedding } from './element/embed'
import { OkenkoChat } from './element/okenko-chat'

const found = embedding(document)

function begin(): void {
  if (customElements.get('okenko-chat') !== undefined) return
  OkenkoChat.embedding = found
  customElements.define('okenko-chat', OkenkoChat)
  if (document.querySelector('okenko-chat') === null) document.body.append(document.createElement('okenko-chat'))
}

// An old browser gets no chat rather than an error on somebody else's page.
if ('adoptedStyleSheets' in document && 'customElements' in window) {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin)
  else begin()
}
