import css from './tokens.css?inline'
import { stylesheet } from './stylesheet'

/** The tokens as a constructable stylesheet, made once on first use. */
export const tokens = (() => {
  let sheet: CSSStyleSheet | undefined
  return (): CSSStyleSheet => (sheet ??= stylesheet(css))
})()

type BrandColors = Readonly<Record<string, string>>

/** What an office may change: colours of both themes, as the gateway sends them. */
export interface Brand {
  readonly light?: BrandColors
  readonly dark?: BrandColors
}

const changeable = ['action', 'action-ink', 'action-soft']
const color = /^#[0-9a-f]{6}$/i

function declarations(colors: BrandColors | undefined): string {
  return changeable
    .filter((name) => color.test(colors?.[name] ?? ''))
    .map((name) => `--okenko-color-${name}:${colors?.[name]};`)
    .join('')
}

/** CSS that lays the office's colours over the tokens; anything but the three colours is dropped. */
export function brandCss(brand: Brand): string {
  const light = declarations(brand.light)
  const dark = declarations(brand.dark)
  return (
    `:root,:host{${light}}` +
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]),:host(:not([data-theme=light])){${dark}}}` +
    `:root[data-theme=dark],:host([data-theme=dark]){${dark}}`
  )
}
