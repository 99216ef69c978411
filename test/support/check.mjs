// One verb for everything that is checked without running the app: types, lint and format, the import table.
import { spawnSync } from 'node:child_process'

const steps = [
  ['types: shared', 'npx', ['tsc', '-p', 'shared/tsconfig.json']],
  ['types: renderer', 'npx', ['tsc', '-p', 'renderer/tsconfig.json']],
  ['types: electron', 'npx', ['tsc', '-p', 'electron/tsconfig.json']],
  ['types: test', 'npx', ['tsc', '-p', 'test/tsconfig.json']],
  ['lint and format', 'npx', ['biome', 'check', '--error-on-warnings', '.']],
  ['import table', 'npx', ['vitest', 'run', 'test/import-table.test.ts']],
]

let failed = 0
for (const [name, command, args] of steps) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name}`)
  if (status !== 0) {
    failed += 1
    console.log(stdout + stderr)
  }
}
process.exit(failed === 0 ? 0 : 1)
