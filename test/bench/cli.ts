// How long the built command line takes from start to end on small inputs, beside Node doing nothing in the same run. Needs `npm run build`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { median } from '@test/support/median'

const CLI = resolve('dist/cli/florilegium.js')
const ROUNDS = Number(process.argv[2] ?? 15)
const TEXT = [
  'The mill closes',
  'The old mill by the river closed in spring, after a hundred and four years of work.',
  '“We will rebuild it next year,” Ada Quist told the council on Monday.',
  'Its owner said the wheel would be kept for visitors, and that nobody had lost a place.',
]
const PAGE = `<!doctype html><html lang="en"><head><title>${TEXT[0]}</title></head><body><article><h1>${TEXT[0]}</h1>${TEXT.slice(
  1,
)
  .map((line) => `<p>${line}</p>`)
  .join('')}</article></body></html>`

/** Tells a process's processor time (user and system, in milliseconds) when it ends; costs no more than that. */
const TELL_TIME = `process.on('exit', () => { const { user, system } = process.cpuUsage(); require('fs').writeSync(3, String((user + system) / 1000)) })`

// Where a proxy's certificates are given to Node, it reads them at every start, which takes longer than everything else.
const { NODE_EXTRA_CA_CERTS: _certificates, ...environment } = process.env

interface Taken {
  readonly wall: number
  readonly processor: number
}

function take(folder: string, args: readonly string[]): Taken {
  const start = performance.now()
  const { status, output, stderr } = spawnSync(
    process.execPath,
    ['--require', join(folder, 'tell.cjs'), ...args],
    {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  )
  const wall = performance.now() - start
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
  return { wall, processor: Number(output[3]) }
}

if (!existsSync(CLI)) {
  console.error('There is no dist/cli: npm run build first.')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'florilegium-cli-bench-'))
for (const [name, content] of [
  ['tell.cjs', TELL_TIME],
  ['a.html', PAGE],
  ['a.txt', TEXT.join('\n')],
] as const)
  writeFileSync(join(folder, name), content)
take(folder, [CLI, 'new', 'a.html', '-o', 'small.florilegium'])

const commands: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['node -e 0 (floor)', ['-e', '0']],
  ...[
    ['--help'],
    ['inspect', 'small.florilegium'],
    ['export', 'small.florilegium', '--to', 'markdown', '-o', 'out.md'],
    ['merge', 'small.florilegium', 'small.florilegium', '-o', 'merged.florilegium'],
    ['verify', 'small.florilegium'],
    ['new', 'a.txt', '-o', 'new.florilegium'],
    ['new', 'a.html', '-o', 'new.florilegium'],
    ['quotes', 'a.txt'],
    ['claims', 'a.txt'],
    ['extract', 'a.html'],
  ].map((args) => [args.slice(0, 2).join(' '), [CLI, ...args]] as const),
]
const taken = new Map<string, Taken[]>(commands.map(([name]) => [name, []]))
for (let round = 0; round < ROUNDS; round += 1)
  for (const [name, args] of commands) taken.get(name)?.push(take(folder, args))
rmSync(folder, { recursive: true })

const floor = median(taken.get('node -e 0 (floor)')?.map(({ processor }) => processor) ?? [])
console.log(
  `milliseconds, medians of ${ROUNDS}; least of all beside the wall time, since others may be at work`,
)
console.log(`${'command'.padEnd(26)}  processor  over floor   wall  least`)
for (const [name, times] of taken) {
  const processor = median(times.map((one) => one.processor))
  const walls = times.map(({ wall }) => wall)
  const cells = [processor, processor - floor, median(walls), Math.min(...walls)]
  const [a, b, c, d] = cells.map((cell) => cell.toFixed(0))
  console.log(
    `${name.padEnd(26)}  ${a?.padStart(9)}  ${b?.padStart(10)}  ${c?.padStart(5)}  ${d?.padStart(5)}`,
  )
}
