import { createServer, type Server, type ServerResponse } from 'node:http'
import { fetchArticle, isFetchable } from '@electron/fetch-article'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const PAGES: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/article': (response) => {
    response.setHeader('Content-Type', 'Text/HTML; Charset="ISO-8859-1"')
    response.end(Buffer.from('<p>na\u00efve</p>', 'latin1'))
  },
  '/moved': (response) => response.writeHead(302, { Location: '/article' }).end(),
  '/missing': (response) => response.writeHead(404).end('no'),
  '/slow': () => undefined,
  '/declared-large': (response) => response.writeHead(200, { 'Content-Length': String(2 ** 30) }).write('x'),
  '/endless': (response) => {
    const pour = () => {
      while (response.write(Buffer.alloc(1024 * 1024)));
    }
    response.on('drain', pour)
    pour()
  },
}

let server: Server
let origin: string

beforeAll(async () => {
  server = createServer((request, response) => PAGES[request.url ?? '']?.(response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const get = (path: string, patience?: number) => fetchArticle(origin + path, fetch, patience)

describe('fetching an article', () => {
  it('gives the bytes as they came, with type and charset as the server named them', async () => {
    const fetched = await get('/article')
    expect(fetched).toMatchObject({
      ok: true,
      value: { url: `${origin}/article`, mediaType: 'text/html', charset: 'iso-8859-1' },
    })
    expect(fetched.ok && Buffer.from(fetched.value.bytes).toString('latin1')).toBe('<p>na\u00efve</p>')
  })

  it('follows a redirection and tells where it ended', async () => {
    expect(await get('/moved')).toMatchObject({ ok: true, value: { url: `${origin}/article` } })
  })

  it.each([
    ['/missing', 'fetch-failed'],
    ['/declared-large', 'fetch-too-large'],
    ['/endless', 'fetch-too-large'],
  ])('fails in a sentence for %s', async (path, code) => {
    const fetched = await get(path)
    expect(fetched).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(/\.$|\?$/) } })
  })

  it('does not wait for ever', async () => {
    expect(await get('/slow', 200)).toMatchObject({ ok: false, error: { code: 'fetch-timeout' } })
  })

  it('says that a server cannot be reached', async () => {
    expect(await fetchArticle('http://127.0.0.1:1/', fetch)).toMatchObject({
      error: { code: 'fetch-failed' },
    })
  })

  it.each([
    'file:///etc/passwd',
    'ftp://host/x',
    'javascript:1',
    'https://user:secret@host/',
    'nothing',
    'app://florilegium/',
  ])('refuses %s', async (address) => {
    expect(isFetchable(address)).toBe(false)
    expect(await fetchArticle(address, fetch)).toMatchObject({ error: { code: 'address-refused' } })
  })
})
