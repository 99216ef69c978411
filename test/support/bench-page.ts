import { join } from 'node:path'
import { build } from 'vite'
import { type ServedFolder, serveFolder } from './serve-folder'

/** Builds the page of a benchmark as the app is built, and serves it; `BENCH_PLAIN=1` leaves its names readable. */
export async function serveBenchPage(topic: string): Promise<ServedFolder> {
  const root = process.cwd()
  const folder = join(root, `.cache/bench/${topic}-page`)
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(root, 'test/bench', topic),
    base: './',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: {
        '@shared': join(root, 'shared'),
        '@renderer': join(root, 'renderer'),
        '@test': join(root, 'test'),
      },
    },
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome138',
      minify: process.env.BENCH_PLAIN !== '1',
    },
  })
  return serveFolder(folder, {})
}
