import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const check = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '../../interop/check.mjs'), ...args], {
    encoding: 'utf8',
  })

/** `npm run check:interop` as part of the tests; left out, and counted as left out, where the programs are not installed. */
const areThere = check('--are-there').status === 0

describe('independent programs', () => {
  it.skipIf(!areThere)(
    'read a bundle that the app wrote, and find all that is in it',
    { timeout: 300_000 },
    () => {
      const { stdout, stderr, status } = check()
      const lines = stdout.split('\n').filter((line) => /^(?:ok|FAIL)/.test(line))
      expect(stderr).toBe('')
      expect(lines.filter((line) => line.startsWith('FAIL'))).toEqual([])
      expect(lines.length).toBeGreaterThanOrEqual(16)
      expect(status).toBe(0)
    },
  )
})
