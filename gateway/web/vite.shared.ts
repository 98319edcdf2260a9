import { join } from 'node:path'
import type { UserConfig } from 'vite'

/** What every build of this package has in common. */
export const common = {
  root: import.meta.dirname,
  publicDir: false,
  resolve: { alias: { 'preact/jsx-runtime': join(import.meta.dirname, 'shared/jsx-runtime.ts') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'],
    // The style sheets are written for the browsers above; a newer target keeps the minifier from adding to them.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    outDir: 'dist',
    reportCompressedSize: false,
  },
} satisfies UserConfig
