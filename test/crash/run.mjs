// `npm run test:crash -- --rounds N` (20 without a number): kills the browser again and again while a page edits.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const position = process.argv.indexOf('--rounds')
const rounds = position === -1 ? 20 : Number(process.argv[position + 1])
if (!Number.isSafeInteger(rounds) || rounds < 1) {
  console.error('Usage: npm run test:crash -- --rounds N')
  process.exit(2)
}
const root = at('../..')
if (!existsSync(at('../../dist/electron/main.cjs'))) {
  const { status } = spawnSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
const alias = {
  '@shared': at('../../shared'),
  '@renderer': at('../../renderer'),
  '@electron': at('../../electron'),
  '@test': at('..'),
}
const common = { configFile: false, logLevel: 'error', resolve: { alias } }
await build({
  ...common,
  root: at('./page'),
  base: './',
  worker: { format: 'es' },
  build: { outDir: at('../../.cache/crash/page'), emptyOutDir: true, target: 'chrome138' },
})
await build({
  ...common,
  build: {
    ssr: at('./crash.ts'),
    outDir: at('../../.cache/crash/run'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: 'crash.mjs' } },
  },
})
const { status } = spawnSync(process.execPath, [at('../../.cache/crash/run/crash.mjs'), String(rounds)], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(status ?? 1)
