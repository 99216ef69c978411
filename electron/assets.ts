import { readFile } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { mediaTypeOf, SECURITY_HEADERS } from '@shared/host/content-security'

/** An answer to a request for one of the app's own files. */
export interface AssetAnswer {
  readonly status: 200 | 404 | 405
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | null
}

/**
 * Where in `folder` the file of a request's path is; null for a path that leaves the folder, hides something
 * from the check (a backslash, a null byte, a wrong escape) or names a hidden file.
 */
export function locateAsset(folder: string, pathname: string): string | null {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (/[\\\0]/.test(path) || path.split('/').some((part) => part.startsWith('.'))) return null
  const file = normalize(join(folder, path === '/' ? 'index.html' : path))
  return file.startsWith(folder + sep) ? file : null
}

/** Answers a request with a file of the app and the headers that both hosts share. */
export async function answerAsset(folder: string, method: string, pathname: string): Promise<AssetAnswer> {
  if (method !== 'GET' && method !== 'HEAD') return refuse(405)
  const file = locateAsset(folder, pathname)
  if (file === null) return refuse(404)
  try {
    const body = new Uint8Array(await readFile(file))
    const headers = {
      ...SECURITY_HEADERS,
      'Content-Type': mediaTypeOf(file),
      'Cache-Control': cacheRule(pathname),
    }
    return { status: 200, headers, body: method === 'HEAD' ? null : body }
  } catch {
    return refuse(404)
  }
}

/** Files under assets/ carry a hash of their content in their name; all others may change with an update. */
function cacheRule(pathname: string): string {
  return pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}

function refuse(status: 404 | 405): AssetAnswer {
  const headers = { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' }
  const body = new TextEncoder().encode(status === 404 ? 'Not found.' : 'Not allowed.')
  return { status, headers, body }
}
