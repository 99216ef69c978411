// `npm run test:laws -- --runs N`: the laws of merging over N random histories each (1,000 without a number).
import { spawnSync } from 'node:child_process'

const at = process.argv.indexOf('--runs')
const runs = at === -1 ? 1000 : Number(process.argv[at + 1])
if (!Number.isSafeInteger(runs) || runs < 1) {
  console.error('Usage: npm run test:laws -- --runs N')
  process.exit(2)
}
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', 'test/shared/changes/laws.test.ts', '--disable-console-intercept'],
  {
    stdio: 'inherit',
    env: { ...process.env, FLORILEGIUM_LAW_RUNS: String(runs) },
  },
)
process.exit(status ?? 1)
