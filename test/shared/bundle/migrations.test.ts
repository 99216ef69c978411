import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseBagInfo } from '@shared/bundle/bagit'
import { catchFailure } from '@shared/bundle/failure'
import { readBundle } from '@shared/bundle/read-bundle'
import type { RecordHistory } from '@shared/changes/transaction'
import { migrateHistory } from '@shared/migrations/migrate'
import { FIRST_FORMAT, FORMAT_VERSION, type Migration } from '@shared/migrations/migrations'
import { listHistories, openBundle } from '@test/support/bundle-bytes'
import { describe, expect, it } from 'vitest'

const FIXTURE = join(import.meta.dirname, '../../fixtures/bundles/format-1-writer-1.florilegium')
const fixture = () => new Uint8Array(readFileSync(FIXTURE))

describe('the steps between formats', () => {
  const step: Migration = {
    version: FORMAT_VERSION + 1,
    reason: 'A made one: claims are worded in capitals.',
    migrateChange: ({ kind }, { stamp, set, was }) => ({
      stamp,
      set: kind === 'claim' && typeof set.text === 'string' ? { ...set, text: set.text.toUpperCase() } : set,
      ...(was ? { was } : {}),
    }),
  }

  it('are one list: a bundle is brought up to date as the database is', async () => {
    const bytes = fixture()
    const plain = await listHistories(await openBundle(bytes))
    const migrated = await readBundle(bytes, { migrations: [step] })
    if (!migrated.ok) throw new Error(migrated.error.message)
    const expected = plain.map((history) => migrateHistory(history, FIRST_FORMAT, [step]))
    expect(await listHistories(migrated.value)).toEqual(expected)
    const claims = (all: readonly RecordHistory[]) => all.filter(({ kind }) => kind === 'claim')
    expect(claims(expected)).not.toEqual(claims(plain))
  })

  it('refuse what a step leaves in a form that records do not have', async () => {
    const spoilt: Migration = { ...step, migrateChange: (_, change) => ({ ...change, set: { bad: 1 } }) }
    const opened = await readBundle(fixture(), { migrations: [spoilt] })
    expect(opened).toMatchObject({ ok: false, error: { code: 'bundle-damaged' } })
  })
})

describe('a bundle of a newer format', () => {
  it('is refused with the format that is needed', async () => {
    const refused = await catchFailure(async () => parseBagInfo('Florilegium-Format: 99\n'))
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'bundle-newer', message: expect.stringContaining('format 99') },
    })
  })
})
