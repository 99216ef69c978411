import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveNotebook } from '@electron/serve'
import { CONTENT_SECURITY_POLICY } from '@shared/host/content-security'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let home: string
let address: string
let close: () => Promise<void>

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'florilegium-serve-'))
  await mkdir(join(home, 'renderer/assets'), { recursive: true })
  await writeFile(join(home, 'secret.txt'), 'secret')
  await writeFile(join(home, 'renderer/index.html'), '<!doctype html><title>page</title>')
  await writeFile(join(home, 'renderer/assets/main-1a2b.js'), 'export {}')
  await writeFile(join(home, 'renderer/.hidden'), 'hidden')
  const serving = await serveNotebook(join(home, 'renderer'), 0)
  if (serving.state !== 'serving') throw new Error(serving.state)
  address = serving.address
  close = serving.close
})

afterEach(async () => {
  await close()
  await rm(home, { recursive: true })
})

/** Asks without the tidying of paths that `fetch` does. */
function askRaw(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(address)
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })
}

describe('the browser host’s server', () => {
  it('serves the page with the same strict headers as the desktop', async () => {
    const response = await fetch(address)
    expect(await response.text()).toContain('<title>page</title>')
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-type')).toContain('text/html')
  })

  it('gives scripts a script’s type and says not found for what is not there', async () => {
    const script = await fetch(new URL('assets/main-1a2b.js', address))
    expect(script.headers.get('content-type')).toContain('text/javascript')
    const missing = await fetch(new URL('assets/none.js', address))
    expect(missing.status).toBe(404)
    expect(missing.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/.hidden',
    '/%00',
    '/%zz',
  ])('does not leave its folder for %s', async (path) => {
    const { status, body } = await askRaw(path)
    expect(status).toBe(404)
    expect(body).not.toContain('secret')
  })

  it('only reads', async () => {
    expect((await fetch(address, { method: 'POST' })).status).toBe(405)
  })

  it('refuses to be reached under a foreign name', async () => {
    expect((await askRaw('/', { Host: 'evil.example' })).status).toBe(421)
  })

  it('knows the notebook that is already running on its port', async () => {
    const again = await serveNotebook(join(home, 'renderer'), Number(new URL(address).port))
    expect(again).toMatchObject({ state: 'already-running', address })
  })

  it('tells another program on its port apart', async () => {
    const other = createServer((_request, response) => response.end('something else'))
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port))
    })
    expect(await serveNotebook(join(home, 'renderer'), port)).toMatchObject({ state: 'port-taken' })
    other.close()
  })
})
