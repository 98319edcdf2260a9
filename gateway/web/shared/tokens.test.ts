// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { brandCss } from './tokens'

const css = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8')

type Colors = Readonly<Record<string, string>>

const colors = (block: string): Colors =>
  Object.fromEntries([...block.matchAll(/--okenko-color-([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]))

const [light = {}, darkBySystem = {}, dark = {}] = css
  .split('{')
  .map(colors)
  .filter((found) => Object.keys(found).length > 0)

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (brighter + 0.05) / (darker + 0.05)
}

test('dark is the same whether the system or the page asks for it', () => {
  expect(darkBySystem).toEqual(dark)
  expect(Object.keys(dark)).toEqual(Object.keys(light))
})

const pairs: readonly (readonly [string, string, number])[] = [
  ['ink', 'ground', 7],
  ['ink', 'surface', 7],
  ['ink', 'action-soft', 7],
  ['ink', 'human-soft', 7],
  ['ink-soft', 'ground', 4.5],
  ['ink-soft', 'surface', 4.5],
  ['action', 'ground', 4.5],
  ['action', 'surface', 4.5],
  ['action', 'action-soft', 4.5],
  ['action-ink', 'action', 4.5],
  ['human', 'human-soft', 4.5],
  ['human', 'surface', 4.5],
  ['warn', 'warn-soft', 4.5],
  ['ok', 'surface', 4.5],
  ['ok', 'ok-soft', 4.5],
  ['danger', 'surface', 4.5],
  ['danger', 'ground', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['placeholder', 'surface', 4.5],
  ['line-strong', 'surface', 3],
  ['line-strong', 'ground', 3],
  ['focus', 'ground', 3],
  ['focus', 'surface', 3],
]

test.each(pairs)('%s on %s has a contrast of at least %d', (over, under, least) => {
  for (const theme of [light, dark]) {
    expect(contrast(theme[over] ?? '', theme[under] ?? '')).toBeGreaterThanOrEqual(least)
  }
})

test('a brand changes its three colours and nothing else', () => {
  const laid = brandCss({
    light: { action: '#224433', 'action-ink': 'red;}*{display:none', ink: '#ffffff', 'action-soft': '#eeeeee' },
  })

  expect(laid).toContain('--okenko-color-action:#224433;--okenko-color-action-soft:#eeeeee;')
  expect(laid).not.toContain('display')
  expect(laid).not.toContain('-ink')
})
