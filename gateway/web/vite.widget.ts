import { defineConfig, type Plugin } from 'vite'
import { chatTexts } from './shared/texts/chat/index.ts'
import { common } from './vite.shared.ts'

/** Czech is in the script; the other languages are files beside it, fetched when wanted. */
const languagePacks: Plugin = {
  name: 'okenko-language-packs',
  generateBundle() {
    for (const [language, texts] of Object.entries(chatTexts)) {
      if (language === 'cs') continue
      this.emitFile({ type: 'asset', fileName: `${language}.json`, source: JSON.stringify(texts) })
    }
  },
}

/** The script a town puts on its page: one classic file, dist/widget/okenko.js. */
export default defineConfig({
  ...common,
  plugins: [languagePacks],
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
