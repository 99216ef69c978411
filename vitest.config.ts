import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { alias } from './vite.config.ts'

/** Files that take minutes begin first, so that none of them runs alone at the end. */
const LONG = /crash\.test\.ts$/

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

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
    sequence: { sequencer: LongFirst },
    // A browser on a busy machine can miss a moment; a test that fails twice is broken.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
