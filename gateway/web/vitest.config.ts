import { defineConfig } from 'vitest/config'
import { common } from './vite.shared.ts'

export default defineConfig({
  ...common,
  test: {
    environment: 'jsdom',
    include: ['{shared,widget,page,console}/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    maxWorkers: 2, // of its own accord it leaves one of two processors to others
  },
})
