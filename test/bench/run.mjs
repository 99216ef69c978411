// `npm run bench -- TOPIC [arguments]`: bundles test/bench/TOPIC.ts for Node and runs it in a fresh process.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const topics = readdirSync(at('.')).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []))
const [topic, ...rest] = process.argv.slice(2)

if (!topics.includes(topic)) {
  console.error(`Usage: npm run bench -- TOPIC\nTopics: ${topics.join(', ')}`)
  process.exit(2)
}

await build({
  configFile: false,
  logLevel: 'error',
  resolve: {
    alias: {
      '@shared': at('../../shared'),
      '@renderer': at('../../renderer'),
      '@electron': at('../../electron'),
      '@test': at('..'),
    },
  },
  ssr: { noExternal: ['linkedom'] },
  build: {
    ssr: at(`./${topic}.ts`),
    outDir: at(`../../.cache/bench/${topic}`),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: `${topic}.mjs`, chunkFileNames: '[name]-[hash].mjs' } },
  },
})
const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', at(`../../.cache/bench/${topic}/${topic}.mjs`), ...rest],
  { stdio: 'inherit', cwd: at('../..') },
)
process.exit(status ?? 1)
