// Finds a Chromium to test with. Plain JavaScript, because `npm test` needs it before anything is built.
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const VARIABLES = ['FLORILEGIUM_CHROMIUM', 'CHROME_PATH']
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge']
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function onPath(environment) {
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix)))
}

function playwrightCaches(environment) {
  const caches = [
    environment.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(homedir(), 'AppData/Local/ms-playwright'),
  ]
  const binaries = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ]
  return caches
    .filter((cache) => cache && existsSync(cache))
    .flatMap((cache) => {
      const builds = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name))
      return builds.flatMap((build) => binaries.map((binary) => join(cache, build, binary)))
    })
}

/**
 * The path of a Chromium, or null. Looks at FLORILEGIUM_CHROMIUM and CHROME_PATH, the usual places, PATH, and
 * what Playwright has downloaded. A variable that names a missing file is an error, not a hint.
 */
export function findChromium(environment = process.env) {
  for (const variable of VARIABLES) {
    const path = environment[variable]
    if (!path) continue
    if (!isExecutable(path)) throw new Error(`${variable} names ${path}, which cannot be run.`)
    return path
  }
  const places = [...PLACES, ...onPath(environment), ...playwrightCaches(environment)]
  return places.find(isExecutable) ?? null
}

/** Switches that a Chromium under test needs: no sandbox for root (containers), no calls home. */
export function chromiumSwitches() {
  const root = process.getuid?.() === 0
  return [
    ...(root ? ['--no-sandbox'] : []),
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ]
}
