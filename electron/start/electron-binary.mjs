import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const PROBE_PATIENCE = 2500
const DOWNLOAD_PATIENCE = 180_000

/** The folder of the electron package. Its main module is never loaded: that alone would start a download. */
function electronFolder() {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
}

/** The path of Electron's binary, or null where it has not been downloaded. */
export function findElectron(environment = process.env) {
  const folder = electronFolder()
  const pathFile = join(folder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const binary = join(environment.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name)
  return existsSync(binary) ? binary : null
}

/** Why a window could not be opened here even with the binary, or null. */
export function whyNoWindow(environment = process.env, platform = process.platform) {
  if (platform !== 'linux') return null
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return 'there is no display here'
  if (process.getuid?.() === 0) return 'it does not run as root'
  return null
}

async function isReachable(address) {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_PATIENCE) })
    return true
  } catch {
    return false
  }
}

/** Where the binary would come from: Electron's releases, or the mirror that the user named. */
function downloadSource(environment) {
  return environment.ELECTRON_MIRROR ?? environment.npm_config_electron_mirror ?? 'https://github.com/'
}

/** Finds the binary, or downloads it where its source answers quickly: `{ binary }` or `{ reason }`. */
export async function obtainElectron(environment = process.env) {
  const reason = whyNoWindow(environment)
  if (reason !== null) return { reason }
  const present = findElectron(environment)
  if (present !== null) return { binary: present }
  if (environment.FLORILEGIUM_HOST === 'browser') return { reason: 'FLORILEGIUM_HOST asks for the browser' }
  if (!(await isReachable(downloadSource(environment))))
    return { reason: 'its binary is not here and cannot be reached over the network' }
  console.log('Downloading Electron, once (about 120 MB) …')
  spawnSync(process.execPath, [join(electronFolder(), 'install.js')], {
    stdio: 'ignore',
    timeout: DOWNLOAD_PATIENCE,
  })
  const binary = findElectron(environment)
  return binary === null ? { reason: 'its binary could not be downloaded' } : { binary }
}
