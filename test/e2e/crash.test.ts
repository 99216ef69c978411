import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const MODES = [
  'browser host, store intact',
  'desktop host (double), store intact',
  'desktop host (double), profile deleted',
]

it('loses no acknowledged edit when the browser is killed while it edits, in any mode', {
  timeout: 1_800_000,
}, async () => {
  const script = join(import.meta.dirname, '../crash/run.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--rounds', '20'])
  for (const mode of MODES) expect(stdout).toContain(`${mode}: 20 rounds, `)
  expect(stdout.match(/, 0 edits lost/g)?.length).toBe(MODES.length)
  expect(stdout).not.toMatch(/, 0 edits acknowledged/)
})
