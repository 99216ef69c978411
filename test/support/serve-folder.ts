import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { mediaTypeOf, SECURITY_HEADERS } from '@shared/host/content-security'

export interface ServedFolder {
  /** With a slash at its end. */
  readonly address: string
  readonly close: () => void
}

/** Serves a folder's files on a free port of this machine, under the app's own content security policy unless told otherwise. */
export async function serveFolder(
  folder: string,
  headers: Readonly<Record<string, string>> = SECURITY_HEADERS,
): Promise<ServedFolder> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x')
    const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname
    const bytes = file.includes('..') ? null : await readFile(join(folder, file)).catch(() => null)
    response.writeHead(bytes ? 200 : 404, { ...headers, 'Content-Type': mediaTypeOf(file) })
    response.end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close()
    },
  }
}
