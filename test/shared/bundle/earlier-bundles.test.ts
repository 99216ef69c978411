import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WRITER_REVISION } from '@shared/bundle/format'
import { verifyBundle } from '@shared/bundle/verify-bundle'
import { FORMAT_VERSION } from '@shared/migrations/migrations'
import { bundleBytes, listHistories, openBundle } from '@test/support/bundle-bytes'
import { describe, expect, it } from 'vitest'

const FOLDER = join(import.meta.dirname, '../../fixtures/bundles')
const files = readdirSync(FOLDER)

/** Bundles that earlier programs wrote, as they are: a new writer adds a file here and changes none. */
describe('bundles of earlier writers', () => {
  it('are kept for every format and every writer but the present one', () => {
    for (let format = 1; format < FORMAT_VERSION; format += 1)
      expect(files.join()).toContain(`format-${format}-`)
    for (let writer = 1; writer < WRITER_REVISION; writer += 1)
      expect(files.join()).toContain(`-writer-${writer}.`)
  })

  for (const file of files) {
    const bytes = new Uint8Array(readFileSync(join(FOLDER, file)))

    it(`open with all that is in them: ${file}`, async () => {
      const opened = await openBundle(bytes)
      const histories = await listHistories(opened)
      expect(histories.length).toBeGreaterThan(30)
      const again = await openBundle(await bundleBytes(opened, { privateNotes: true }))
      expect(await listHistories(again)).toEqual(histories)
    })

    it(`are verified as far as they can be, which is said: ${file}`, async () => {
      const { faults, contents, unchecked } = await verifyBundle(bytes)
      expect(faults).toEqual([])
      expect(contents?.signature.state).toBe('good')
      expect(unchecked).toContain('written by an earlier Florilegium')
    })
  }
})
