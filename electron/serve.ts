import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answerAsset } from './assets'

/** Where the server says who it is, so that a second start knows the notebook from another program. */
const IDENTITY_PATH = '/.well-known/florilegium'
const IDENTITY = 'florilegium notebook'

export type Serving =
  | { readonly state: 'serving'; readonly address: string; readonly close: () => Promise<void> }
  /** The same notebook is open there already: in a browser, data belongs to the address. */
  | { readonly state: 'already-running'; readonly address: string }
  | { readonly state: 'port-taken'; readonly address: string }

/** Serves the built renderer on 127.0.0.1 only, with the same headers as the desktop gives. */
export async function serveNotebook(folder: string, port: number): Promise<Serving> {
  const server = createServer((request, response) => void answer(folder, request, response))
  const error = await listen(server, port)
  if (error === null) {
    const { port: actual } = server.address() as { port: number }
    return { state: 'serving', address: addressOf(actual), close: () => closeServer(server) }
  }
  if (error.code !== 'EADDRINUSE') throw error
  const state = (await isNotebook(port)) ? 'already-running' : 'port-taken'
  return { state, address: addressOf(port) }
}

const addressOf = (port: number) => `http://127.0.0.1:${port}/`

function listen(server: Server, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once('error', resolve)
    server.listen(port, '127.0.0.1', () => resolve(null))
  })
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOwnHost(request)) return send(response, 421, {}, null)
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (pathname === IDENTITY_PATH) return send(response, 200, {}, new TextEncoder().encode(IDENTITY))
  const { status, headers, body } = await answerAsset(folder, request.method ?? 'GET', pathname)
  send(response, status, headers, body)
}

/** Refuses requests under another name, with which a foreign page could reach this server (DNS rebinding). */
function isOwnHost(request: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? '')
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | null,
): void {
  response.writeHead(status, { ...headers })
  response.end(body)
}

async function isNotebook(port: number): Promise<boolean> {
  try {
    const response = await fetch(new URL(IDENTITY_PATH, addressOf(port)), {
      signal: AbortSignal.timeout(2000),
    })
    return (await response.text()) === IDENTITY
  } catch {
    return false
  }
}
