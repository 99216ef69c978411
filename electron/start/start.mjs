// `npm start`: builds where needed, then opens the notebook in Electron, or else in the browser.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildIfNeeded } from './build-if-needed.mjs'
import { obtainElectron } from './electron-binary.mjs'
import { openAddress } from './open-address.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Fixed, because in a browser the notebook's data belongs to its address. */
const STANDARD_PORT = 47_610
/** Electron that fails within this many milliseconds never opened a window. */
const EARLY = 4000

/** Runs Electron until it ends; gives null, or why it did not come up. */
function runElectron(binary) {
  return new Promise((resolve) => {
    const begun = Date.now()
    const child = spawn(binary, [ROOT, ...process.argv.slice(2)], { stdio: 'inherit' })
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code) =>
      resolve(code !== 0 && Date.now() - begun < EARLY ? `it ended with code ${code}` : null),
    )
  })
}

async function serveInBrowser(reason) {
  console.log(`Electron is not used because ${reason}; the notebook opens in the browser instead.`)
  const { serveNotebook } = await import(pathToFileURL(join(ROOT, 'dist/server/serve.js')).href)
  const port = Number(process.env.FLORILEGIUM_PORT ?? STANDARD_PORT)
  const serving = await serveNotebook(join(ROOT, 'dist/renderer'), port)
  if (serving.state === 'port-taken') {
    console.error(
      `Another program uses ${serving.address}. End it, or choose another port with FLORILEGIUM_PORT; a notebook kept under one port is not seen under another.`,
    )
    return 1
  }
  if (serving.state === 'already-running')
    console.log(`The same notebook is already running at ${serving.address}`)
  else console.log(`Florilegium is at ${serving.address} (Ctrl+C ends it; your data stays in this browser).`)
  openAddress(serving.address)
  return serving.state === 'serving' ? null : 0
}

async function start() {
  const failure = buildIfNeeded(ROOT)
  if (failure !== null) {
    console.error(`${failure}\nThe notebook could not be built.`)
    return 1
  }
  const { binary, reason } = await obtainElectron()
  if (binary === undefined) return serveInBrowser(reason)
  const problem = await runElectron(binary)
  return problem === null ? 0 : serveInBrowser(problem)
}

const status = await start()
if (status !== null) process.exit(status)
