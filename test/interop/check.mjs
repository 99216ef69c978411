// `npm run check:interop`: independent programs read a bundle that was just written. Installs what is missing where it may; with
// `--are-there` it only says by its exit status whether they are installed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
let failed = 0

function run(command, args, options = {}) {
  return spawnSync(command, args, { encoding: 'utf8', ...options })
}

function check(name, command, args, options) {
  const { status, stdout, stderr, error } = run(command, args, options)
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name}`)
  if (status === 0) return stdout
  failed += 1
  console.log(error ? String(error) : (stdout + stderr).slice(-2_000))
  return ''
}

/** Debian's Python, whose packages apt installs. */
const PYTHON = '/usr/bin/python3'
const NEEDS = [
  { package: 'unzip', isThere: () => run('unzip', ['-v']).status === 0 },
  { package: 'p7zip-full', isThere: () => run('7z', ['i']).status === 0 },
  { package: 'python3-rdflib', isThere: () => run(PYTHON, ['-c', 'import rdflib']).status === 0 },
]

const findMissing = () => NEEDS.filter(({ isThere }) => !isThere()).map((need) => need.package)

function install() {
  const missing = findMissing()
  if (missing.length === 0) return
  if (process.getuid?.() === 0) {
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', '--no-install-recommends', ...missing])
  }
  const still = findMissing()
  if (still.length === 0) return
  console.log(`Install these and try again: apt-get install ${still.join(' ')}`)
  process.exit(1)
}

async function writeBundle(path, folder) {
  const aliases = ['shared', 'renderer', 'electron'].map((room) => [`@${room}`, at(`../../${room}`)])
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { ...Object.fromEntries(aliases), '@test': at('..') } },
    ssr: { noExternal: true },
    build: { ssr: at('./write-bundle.ts'), outDir: join(folder, 'build'), target: 'node20', minify: false },
  })
  const script = readdirSync(join(folder, 'build')).find((file) => /^write-bundle\.m?js$/.test(file))
  return check('a bundle is written', process.execPath, [join(folder, 'build', script), path]).trim()
}

if (process.argv.includes('--are-there')) process.exit(findMissing().length === 0 ? 0 : 1)
install()
const folder = mkdtempSync(join(tmpdir(), 'florilegium-interop-'))
const bundle = join(folder, 'interop.florilegium')
const expected = await writeBundle(bundle, folder)
const out = join(folder, 'out')
check('unzip -t', 'unzip', ['-tq', bundle])
check('7z t', '7z', ['t', bundle])
check('unzip', 'unzip', ['-q', bundle, '-d', out])
const bag = join(out, 'Interop')
check('sha256sum -c manifest', 'sha256sum', ['-c', '--strict', '--quiet', 'manifest-sha256.txt'], {
  cwd: bag,
})
check('sha256sum -c tagmanifest', 'sha256sum', ['-c', '--strict', '--quiet', 'tagmanifest-sha256.txt'], {
  cwd: bag,
})
check('W3C Web Annotation Data Model (JSON Schema)', process.execPath, [
  at('./validate-annotations.mjs'),
  join(bag, 'data', 'annotations.jsonld'),
])
console.log(check('rdflib', PYTHON, [at('./parse_linked_data.py'), join(bag, 'data'), expected]))
rmSync(folder, { recursive: true, force: true })
process.exit(failed === 0 ? 0 : 1)
