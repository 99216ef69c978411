import { rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { mediaTypeOf, SECURITY_HEADERS } from '@shared/host/content-security'
import { build } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** A folder of its own for each process: test files run side by side. */
const OUT = at(`../../.cache/test-pages-${process.pid}`)

export interface TestPages {
  /** The address of a page, such as `reader`, with its query. */
  readonly addressOf: (page: string, query: Readonly<Record<string, string>>) => string
  readonly close: () => void
}

async function answer(path: string): Promise<Uint8Array | null> {
  if (path.includes('..')) return null
  return readFile(`${OUT}${path.endsWith('/') ? `${path}index.html` : path}`).catch(() => null)
}

/** Builds the pages under test/e2e/pages and serves them under the app's own content security policy. */
export async function serveTestPages(): Promise<TestPages> {
  await build({
    configFile: at('../e2e/pages/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: OUT, emptyOutDir: true },
  })
  const server: Server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    const bytes = await answer(path)
    const type = path.endsWith('/') ? 'text/html; charset=utf-8' : mediaTypeOf(path)
    response.writeHead(bytes ? 200 : 404, { ...SECURITY_HEADERS, 'Content-Type': type })
    response.end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    addressOf: (page, query) => `http://127.0.0.1:${port}/${page}/?${new URLSearchParams(query)}`,
    close: () => {
      server.close()
      rmSync(OUT, { recursive: true, force: true })
    },
  }
}
