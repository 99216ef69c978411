import type { Suggestions } from '@shared/quotes/suggestions'
import type { SuggestionsAnswer, SuggestionsRequest } from './suggestions-messages'

let worker: Worker | null = null
let next = 1
const waiting = new Map<number, Waiting>()

interface Waiting {
  readonly parts: Suggestions[]
  readonly resolve: (found: Suggestions) => void
  readonly reject: (reason: Error) => void
}

function take({ id, part, isLast }: SuggestionsAnswer): void {
  const { parts, resolve } = waiting.get(id) ?? {}
  parts?.push(part)
  if (!parts || !isLast) return
  waiting.delete(id)
  resolve?.({
    quotes: parts.flatMap(({ quotes }) => quotes),
    claims: parts.flatMap(({ claims }) => claims),
  })
}

function fail(reason: Error): void {
  for (const { reject } of waiting.values()) reject(reason)
  waiting.clear()
  worker?.terminate()
  worker = null
}

/** One worker for all texts: the model is loaded once. */
function startWorker(): Worker {
  const started = new Worker(new URL('./suggestions.worker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data }: MessageEvent<SuggestionsAnswer>) => take(data)
  started.onerror = (event) => fail(new Error(event.message || 'The search for quotes has stopped.'))
  return started
}

interface Search {
  readonly text: string
  readonly lang: string | null
  readonly found: Promise<Suggestions>
}

/** The last search: a form in the text that was just looked through need not wait for another. */
let latest: Search | null = null

/** Finds quotes and claims in a text without holding up the page. Offsets are UTF-16 in `text`. */
export function findSuggestionsInWorker(text: string, lang: string | null): Promise<Suggestions> {
  if (latest?.text === text && latest.lang === lang) return latest.found
  const search: Search = { text, lang, found: ask(text, lang) }
  latest = search
  search.found.catch(() => {
    if (latest === search) latest = null
  })
  return search.found
}

function ask(text: string, lang: string | null): Promise<Suggestions> {
  worker ??= startWorker()
  const id = next++
  return new Promise((resolve, reject) => {
    waiting.set(id, { parts: [], resolve, reject })
    worker?.postMessage({ id, text, lang } satisfies SuggestionsRequest)
  })
}
