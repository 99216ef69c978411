// `npm test`: finds a Chromium, builds, runs every test, and closes with one line of counts.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from '../../electron/start/build-if-needed.mjs'
import { findChromium } from './find-chromium.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const REPORT = join(ROOT, 'node_modules/.cache/florilegium-tests.json')

/** Installs Debian's Chromium where that is allowed: as root, with apt. */
function installChromium() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log('Installing Chromium …')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']])
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment })
}

function requireChromium() {
  const found = findChromium()
  if (found !== null) return found
  installChromium()
  return findChromium()
}

/** Runs vitest with its usual output, and its report in a file. */
function runVitest(chromium) {
  mkdirSync(join(REPORT, '..'), { recursive: true })
  rmSync(REPORT, { force: true })
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, FLORILEGIUM_CHROMIUM: chromium },
  })
  return status ?? 1
}

/** Counts tests; a file that could not even be loaded counts as one failure. */
function readCounts() {
  if (!existsSync(REPORT)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(REPORT, 'utf8'))
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

function runTests() {
  const chromium = requireChromium()
  if (chromium === null) {
    console.error(
      'The tests need Chromium: install Chromium or Chrome, or set FLORILEGIUM_CHROMIUM to its path.',
    )
    return 1
  }
  const failure = buildIfNeeded(ROOT)
  if (failure !== null) {
    console.error(failure)
    console.log('0 passed, 1 failed')
    return 1
  }
  const status = runVitest(chromium)
  const { passed, failed, skipped } = readCounts()
  console.log(
    `${passed} passed, ${Math.max(failed, status === 0 ? 0 : 1)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  )
  return status
}

process.exitCode = runTests()
