import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { common } from './vite.shared.ts'

const pages = ['page/index.html', 'console/index.html']

/** The pages of the gateway's own origin: dist/page, dist/console and what they share in dist/assets. */
export default defineConfig({
  ...common,
  base: '/',
  build: {
    ...common.build,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: pages.map((page) => join(common.root, page)).filter((page) => existsSync(page)),
    },
  },
})
