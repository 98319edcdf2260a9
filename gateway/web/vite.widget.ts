import { minify } from 'terser'
import { defineConfig, type Plugin } from 'vite'
import { chatTexts } from './shared/texts/chat/index.ts'
import { common } from './vite.shared.ts'

/** Languages are files beside the script, fetched when wanted. */
const languagePacks: Plugin = {
  name: 'okenko-language-packs',
  generateBundle() {
    for (const [language, texts] of Object.entries(chatTexts)) {
      this.emitFile({ type: 'asset', fileName: `${language}.json`, source: JSON.stringify(texts) })
    }
  },
}

/**
 * Minifies once more, harder than the builder does: every byte counts on somebody else's page. The tokens go by short
 * names inside the script, for nobody outside sets them; the office's brand comes from the gateway.
 */
const tighter: Plugin = {
  name: 'okenko-tighter',
  enforce: 'post',
  async generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue
      const { code = '' } = await minify(file.code, {
        ecma: 2020,
        toplevel: true,
        compress: { passes: 3, pure_getters: true, unsafe_arrows: true, unsafe_methods: true },
      })
      // Tokens of the console alone are left out.
      const used = code.replace(/--okenko-([\w-]+):[^;}]*;?/g, (token, name: string) =>
        code.includes(`var(--okenko-${name})`) ? token : '',
      )
      file.code = used.replaceAll('--okenko-color-', '--c-').replaceAll('--okenko-', '--')
    }
  },
}

/** The script a town puts on its page: one classic file, dist/widget/okenko.js. */
export default defineConfig({
  ...common,
  plugins: [languagePacks, tighter],
  build: {
    ...common.build,
    outDir: 'dist/widget',
    emptyOutDir: true,
    lib: {
      entry: 'widget/okenko.ts',
      formats: ['iife'],
      name: 'okenko',
      fileName: () => 'okenko.js',
    },
  },
})
