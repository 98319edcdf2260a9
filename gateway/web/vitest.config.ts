import { defineConfig } from 'vitest/config'
import { common } from './vite.shared.ts'

export default defineConfig({
  ...common,
  test: {
    environment: 'jsdom',
    include: ['{shared,widget,page,console}/**/*.test.{ts,tsx}'],
    restoreMocks: true,
  },
})
