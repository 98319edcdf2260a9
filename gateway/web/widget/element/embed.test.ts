import { expect, test } from 'vitest'
import { embedding } from './embed'

function page(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}

test.each([
  ['https://gw.example/widget/okenko.js', 'https://gw.example/'],
  ['https://gw.example/okenko/widget/okenko.js?v=1', 'https://gw.example/okenko/'],
])('a script at %s belongs to the gateway at %s', (source, base) => {
  expect(embedding(page(`<script src="${source}"></script>`)).base).toBe(base)
})

test('the script carries language, title and theme', () => {
  const html = '<script src="https://gw.example/widget/okenko.js" data-lang="uk" data-title="Úřad" data-theme="dark"></script>'

  expect(embedding(page(html))).toEqual({
    base: 'https://gw.example/',
    lang: 'uk',
    title: 'Úřad',
    theme: 'dark',
    logo: false,
  })
})

test('without a script of ours the gateway is unknown', () => {
  expect(embedding(page('<script src="https://other.example/x.js"></script>')).base).toBeUndefined()
})
