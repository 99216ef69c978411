import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveNotebook } from '@electron/serve'
import { build } from 'vite'
import { alias } from '../../../vite.config'

export interface HostPage {
  readonly address: string
  /** A folder for browser profiles, removed at the end. */
  readonly home: string
  readonly close: () => Promise<void>
}

/** Builds a page that only has a host, and serves it with the real server's headers. */
export async function serveHostPage(): Promise<HostPage> {
  const home = await mkdtemp(join(tmpdir(), 'florilegium-host-'))
  const source = join(home, 'source')
  await mkdir(source)
  await cp(fileURLToPath(new URL('journal-page.ts', import.meta.url)), join(source, 'page.ts'))
  await writeFile(
    join(source, 'index.html'),
    '<!doctype html><script type="module" src="./page.ts"></script>',
  )
  await build({
    configFile: false,
    logLevel: 'silent',
    root: source,
    base: './',
    resolve: { alias },
    worker: { format: 'es' },
    build: { outDir: join(home, 'built'), assetsInlineLimit: 0, target: 'chrome138' },
  })
  const serving = await serveNotebook(join(home, 'built'), 0)
  if (serving.state !== 'serving') throw new Error(serving.state)
  const close = async () => {
    await serving.close()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
  return { address: serving.address, home, close }
}
