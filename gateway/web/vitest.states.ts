import { defineConfig } from 'vitest/config'
import { common } from './vite.shared.ts'

/** Opens every state of chat and console in a real browser; needs the built files and /usr/bin/chromium. */
export default defineConfig({
  ...common,
  test: {
    retry: 1, // a busy machine may miss one frame; a real fault fails twice
    environment: 'node',
    include: ['{widget,console}/**/*.states.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})
