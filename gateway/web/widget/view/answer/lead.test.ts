// @vitest-environment node
import { expect, test } from 'vitest'
import { lead } from './lead'

test.each([
  ['Nový průkaz stojí 200 Kč. Zaplatíte na místě.', 'Nový průkaz stojí 200 Kč.'],
  ['Stojí **200 Kč**. Zaplatíte na místě.', 'Stojí **200 Kč**.'],
  ['Podle zákona č. 269/2021 Sb. Ministerstvo nerozhoduje. Dál.', 'Podle zákona č. 269/2021 Sb. Ministerstvo nerozhoduje.'],
  ['Zaplaťte do 31. Prosince se netýká. Dál.', 'Zaplaťte do 31. Prosince se netýká.'],
  ['Je otevřeno do 17.00. Přijďte.', 'Je otevřeno do 17.00.'],
  ['Obraťte se na Mgr. Novou v přízemí. Má čas.', 'Obraťte se na Mgr. Novou v přízemí.'],
  ['Jde to? Ano.', 'Jde to?'],
  ['**Ano. Jde to.** Přijďte.', '**Ano. Jde to.** Přijďte.'.slice(0, 16)],
  ['Viz [zákon č. 1. Díl](https://example.org/a). Dál.', 'Viz [zákon č. 1. Díl](https://example.org/a).'],
  ['Jediná věta bez konce', 'Jediná věta bez konce'],
])('of "%s" the answer is "%s"', (paragraph, answer) => {
  const [first, rest] = lead(paragraph)

  expect(first).toBe(answer)
  expect(`${first} ${rest}`.trim()).toBe(paragraph)
})
