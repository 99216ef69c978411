import { fail, ok, type Result } from '@shared/base/result'
import type { FetchedArticle } from '@shared/host/host-api'

const SIZE_LIMIT = 20 * 1024 * 1024
const PATIENCE = 20_000

type Fetch = (url: string, options: RequestInit) => Promise<Response>

/** Whether an address may be fetched: http or https, and no name or password in it. */
export function isFetchable(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, username, password } = new URL(address)
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
}

/** Fetches one page without cookies, within bounds of size and time; `fetch` is the host's own. */
export async function fetchArticle(
  address: string,
  fetch: Fetch,
  patience = PATIENCE,
): Promise<Result<FetchedArticle>> {
  if (!isFetchable(address))
    return fail('address-refused', 'Only web addresses (http, https) can be captured.')
  const host = new URL(address).host
  const signal = AbortSignal.timeout(patience)
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      redirect: 'follow',
      signal,
      headers: { Accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5' },
    })
    if (!response.ok)
      return fail('fetch-failed', `${host} answered ${response.status} instead of the article.`)
    const bytes = await readWithin(response, SIZE_LIMIT)
    if (bytes === null) return fail('fetch-too-large', `The page at ${host} is larger than 20 MB.`)
    return ok({
      url: response.url || address,
      bytes,
      ...parseContentType(response.headers.get('content-type')),
    })
  } catch {
    if (signal.aborted) return fail('fetch-timeout', `${host} did not answer in time.`)
    return fail('fetch-failed', `${host} could not be reached: is there a network connection?`)
  }
}

async function readWithin(response: Response, limit: number): Promise<Uint8Array | null> {
  if (Number(response.headers.get('content-length') ?? 0) > limit) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > limit) return null
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function parseContentType(header: string | null): Pick<FetchedArticle, 'mediaType' | 'charset'> {
  const [mediaType = '', ...parameters] = (header ?? '').toLowerCase().split(';')
  const charset = parameters.map((one) => /^\s*charset\s*=\s*"?([\w.:-]+)"?\s*$/.exec(one)?.[1]).find(Boolean)
  return { mediaType: mediaType.trim() || 'application/octet-stream', charset: charset ?? null }
}
