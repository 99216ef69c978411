import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const SOURCES = ['electron', 'renderer', 'shared', 'package.json', 'package-lock.json', 'vite.config.ts']
/** Written by the build when all of it has succeeded. */
const STAMP = 'dist/.built'

function changedAt(path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, changedAt(join(path, name))),
    stats.mtimeMs,
  )
}

/** Whether what is built is older than what it is built from, or is not there. */
export function isBuildNeeded(root) {
  try {
    const built = statSync(join(root, STAMP)).mtimeMs
    return SOURCES.some((source) => changedAt(join(root, source)) > built)
  } catch {
    return true
  }
}

/** Builds everything where that is needed; gives null, or what the build said when it failed. */
export function buildIfNeeded(root) {
  if (!isBuildNeeded(root)) return null
  console.log('Building the notebook …')
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', '--app', '--logLevel', 'warn'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  return status === 0 ? null : stdout + stderr
}
