import { readBundle } from '@shared/bundle/read-bundle'
import { describe, expect, it } from 'vitest'
import { makeHostileBundles } from './hostile-bundles'

const bundles = await makeHostileBundles()

describe('reading a hostile or damaged bundle', () => {
  it('is tried with more than fifty of them', () => expect(bundles.length).toBeGreaterThan(50))

  for (const { name, bytes, names } of bundles) {
    it(`refuses ${name} in one sentence that names the fault`, async () => {
      const start = performance.now()
      const before = process.memoryUsage().arrayBuffers
      const opened = await readBundle(bytes)
      if (opened.ok) throw new Error('It was accepted.')
      expect(opened.error.message).toContain(names)
      expect(opened.error.message).toMatch(/^\S.{10,400}\.$/)
      expect(performance.now() - start).toBeLessThan(2_000)
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 2 ** 20)
    })
  }
})
