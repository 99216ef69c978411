import { defineConfig } from 'vitest/config'
import { alias } from './vite.config.ts'

export default defineConfig({
  resolve: { alias },
  test: {
    include: [
      'test/{shared,renderer,electron}/**/*.test.ts',
      'test/{shared,renderer,electron}/**/*.test.tsx',
      'test/e2e/**/*.test.ts',
      'test/*.test.ts',
    ],
    pool: 'forks',
    maxWorkers: 2,
    // A browser on a busy machine can miss a moment; a test that fails twice is broken.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
