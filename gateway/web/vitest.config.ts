import { defineConfig } from 'vitest/config'
import { common } from './vite.shared.ts'

export default defineConfig({
  ...common,
  test: {
    environment: 'jsdom',
    include: ['{shared,widget,page,console}/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    isolate: false, // each test puts back what it changed; an environment for each file takes as long as the tests
    maxWorkers: 2, // of its own accord it leaves one of two processors to others
  },
})
