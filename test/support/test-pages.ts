import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { serveFolder } from './serve-folder'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** A folder of its own for each process: test files run side by side. */
const OUT = at(`../../.cache/test-pages-${process.pid}`)

export interface TestPages {
  /** The address of a page, such as `reader`, with its query. */
  readonly addressOf: (page: string, query: Readonly<Record<string, string>>) => string
  readonly close: () => void
}

/** Builds the pages under test/e2e/pages and serves them under the app's own content security policy. */
export async function serveTestPages(): Promise<TestPages> {
  await build({
    configFile: at('../e2e/pages/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: OUT, emptyOutDir: true },
  })
  const { address, close } = await serveFolder(OUT)
  return {
    addressOf: (page, query) => `${address}${page}/?${new URLSearchParams(query)}`,
    close: () => {
      close()
      rmSync(OUT, { recursive: true, force: true })
    },
  }
}
