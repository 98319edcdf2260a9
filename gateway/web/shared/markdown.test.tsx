import { render } from 'preact'
import { expect, test } from 'vitest'
import { Markdown } from './markdown'

function shown(text: string): HTMLElement {
  const root = document.createElement('div')
  render(<Markdown text={text} />, root)
  return root
}

test('paragraphs, lists, bold and links become elements', () => {
  const root = shown('Stojí **200 Kč**.\n\n- jedna\n- dvě\n\n1. první\n2. druhá\n\nViz [portál](https://example.org/a?b=1).')

  expect(root.innerHTML).toBe(
    '<p>Stojí <strong>200&nbsp;Kč</strong>.</p><ul><li>jedna</li><li>dvě</li></ul><ol><li>první</li><li>druhá</li></ol>' +
      '<p>Viz <a href="https://example.org/a?b=1" rel="noopener noreferrer nofollow" target="_blank">portál</a>.</p>',
  )
})

test('a list may follow its paragraph without an empty line', () => {
  expect(shown('Vezměte si:\n- pas\n- fotku').innerHTML).toBe('<p>Vezměte si:</p><ul><li>pas</li><li>fotku</li></ul>')
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.org',
  '/relative',
  'https://user:secret@example.org',
  'java\tscript:alert(1)',
])('a link to %s stays text', (address) => {
  const root = shown(`[klikněte](${address})`)

  expect(root.querySelector('a')).toBeNull()
  expect(root.textContent).toContain('klikněte')
})

test.each(['mailto:urad@example.org', 'tel:+420123456789', 'http://example.org/'])('a link to %s is a link', (address) => {
  expect(shown(`[a](${address})`).querySelector('a')?.getAttribute('href')).toBe(address)
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&lt;b&gt;',
  '# nadpis',
  '`kód` ~~x~~ _y_ * z',
  '**nedokončené',
  '[text](https://example.org',
  '![obrázek](https://example.org/x.png)'.slice(0, 3),
])('%s is shown as it is', (text) => {
  const root = shown(text)

  expect(root.textContent).toBe(text)
  expect(root.querySelector('script, img, b, h1, code')).toBeNull()
})

test('long hostile text is done quickly', () => {
  const began = performance.now()

  for (const piece of ['[', '**', '[a](', '- ', '1. ', '\n\n', '*', '](']) shown(piece.repeat(20_000))

  expect(performance.now() - began).toBeLessThan(4_000)
})
