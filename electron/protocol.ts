import { type Protocol, protocol } from 'electron'
import { answerAsset } from './assets'
import { HOST, SCHEME } from './origin'

/** Declares the app's scheme; must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

/** Serves the renderer's files under the app's scheme, and nothing else. */
export function serveRenderer(target: Protocol, folder: string): void {
  target.handle(SCHEME, async (request) => {
    const url = new URL(request.url)
    const pathname = url.host === HOST ? url.pathname : '/.'
    const { status, headers, body } = await answerAsset(folder, request.method, pathname)
    return new Response(body, { status, headers })
  })
}
