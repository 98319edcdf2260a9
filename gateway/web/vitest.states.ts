import { defineConfig } from 'vitest/config'
import { common } from './vite.shared.ts'

/** Opens every state of chat and console in a real browser; needs the built files and /usr/bin/chromium. */
export default defineConfig({
  ...common,
  test: {
    environment: 'node',
    include: ['{widget,console}/**/*.states.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } }, // the default of one second is too short for a busy machine
    maxWorkers: 2,
  },
})
