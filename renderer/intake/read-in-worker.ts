import { fail, type Result } from '@shared/base/result'
import type { ArticleDraft } from '@shared/intake/article-draft'
import type { Pasted } from '@shared/intake/pasted'
import type { IntakeAnswer, IntakeRequest } from './intake-messages'

export interface IntakeOptions {
  /** Aborting ends the worker at once; the answer is then a failure with the code `cancelled`. */
  readonly signal?: AbortSignal
  /** Milliseconds after which a file is given up as unreadable. */
  readonly timeLimit?: number
}

const TIME_LIMIT = 120_000

function ask(
  request: IntakeRequest,
  { signal, timeLimit = TIME_LIMIT }: IntakeOptions,
): Promise<IntakeAnswer> {
  const cancelled = fail('cancelled', 'Reading was cancelled.')
  if (signal?.aborted) return Promise.resolve(cancelled)
  const worker = new Worker(new URL('./intake.worker.ts', import.meta.url), { type: 'module' })
  const { promise, resolve } = openAnswer()
  const giveUp = () => resolve(fail('intake-too-slow', 'The file took too long to read and was given up.'))
  const cancel = () => resolve(cancelled)
  const timer = setTimeout(giveUp, timeLimit)
  signal?.addEventListener('abort', cancel, { once: true })
  worker.onmessage = ({ data }: MessageEvent<IntakeAnswer>) => resolve(data)
  worker.onerror = () =>
    resolve(fail('article-unreadable', 'The file could not be read; it may be damaged or far too large.'))
  worker.postMessage(request)
  return promise.finally(() => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
    worker.terminate()
  })
}

function openAnswer() {
  let resolve: (answer: IntakeAnswer) => void = () => {}
  const promise = new Promise<IntakeAnswer>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

/** Reads a file as an article without holding up the page. The bytes are copied, so the caller keeps its own. */
export function readArticleInWorker(
  name: string,
  bytes: Uint8Array,
  options: IntakeOptions = {},
): Promise<Result<ArticleDraft>> {
  return ask({ kind: 'file', name, bytes }, options)
}

/** Reads what was pasted as an article without holding up the page. */
export function readPastedInWorker(
  pasted: Pasted,
  options: IntakeOptions = {},
): Promise<Result<ArticleDraft>> {
  return ask({ kind: 'pasted', pasted }, options)
}
