import { type Failure, fail, ok, type Result } from '@shared/base/result'
import type { Unlock } from '@shared/bundle/encryption'
import type { BundleSource } from '@shared/bundle/source'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import { KINDS, type Kind } from '@shared/domain/kinds'
import type {
  BundleAnswer,
  BundleRequest,
  OpenedInfo,
  StreamItem,
  StreamName,
  WriteRequest,
} from './bundle-messages'

const AT_ONCE = 500
const STOPPED = fail('stopped', 'Stopped. Nothing was changed.')

export interface BundleWork {
  readonly progress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

function startWorker(): Worker {
  return new Worker(new URL('./bundle.worker.ts', import.meta.url), { type: 'module' })
}

/** Hands the streams of a source over in runs, as the worker asks for them. */
class Feeder {
  readonly #source: BundleSource
  #iterator: AsyncIterator<StreamItem> | Iterator<StreamItem> | null = null

  constructor(source: BundleSource) {
    this.#source = source
  }

  async run(stream: StreamName, start: boolean): Promise<{ items: StreamItem[]; done: boolean }> {
    if (start) this.#iterator = this.#begin(stream)
    const items: StreamItem[] = []
    while (items.length < AT_ONCE) {
      const next = await this.#iterator?.next()
      if (!next || next.done) return { items, done: true }
      items.push(next.value)
    }
    return { items, done: false }
  }

  #begin(stream: StreamName): AsyncIterator<StreamItem> | Iterator<StreamItem> {
    const items = stream === 'transactions' ? this.#source.transactionNotes() : this.#source.histories(stream)
    return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
  }
}

/**
 * Writes a bundle in a worker: the records go over in runs, the bytes come back in chunks, each given to `take` before the
 * next is made. Resolves with the number of bytes, or with a failure; `stopped` when the signal asked for it.
 */
export function writeBundleInWorker(
  source: BundleSource,
  options: Omit<WriteRequest, 'type'>,
  take: (chunk: Uint8Array<ArrayBuffer>) => Promise<Result<unknown>>,
  { progress, signal }: BundleWork = {},
): Promise<Result<number>> {
  const worker = startWorker()
  const feeder = new Feeder(source)
  const send = (request: BundleRequest) => worker.postMessage(request)
  let written = 0
  const work = new Promise<Result<number>>((resolve, reject) => {
    const answer = async (data: BundleAnswer) => {
      if (signal?.aborted) return resolve(STOPPED)
      if (data.type === 'need') send({ type: 'items', ...(await feeder.run(data.stream, data.start)) })
      if (data.type === 'progress') progress?.(data.done, data.total)
      if (data.type === 'failed') resolve({ ok: false, error: data.failure })
      if (data.type === 'finished') resolve(ok(written))
      if (data.type !== 'chunk') return
      written += data.bytes.length
      const taken = await take(data.bytes)
      if (taken.ok) send({ type: 'taken' })
      else resolve(taken)
    }
    worker.onmessage = ({ data }: MessageEvent<BundleAnswer>) => answer(data).catch(reject)
    worker.onerror = (event) => reject(new Error(event.message || 'Writing the bundle has stopped.'))
    signal?.addEventListener('abort', () => resolve(STOPPED), { once: true })
    send({ type: 'write', ...options })
  })
  return work.finally(() => worker.terminate())
}

/** A bundle opened in a worker, checked throughout; `close` lets go of it. */
export interface OpenedBundle extends OpenedInfo {
  histories(kind: Kind): AsyncIterable<RecordHistory>
  /** All histories, kind by kind: what a notebook absorbs. */
  allHistories(): AsyncIterable<RecordHistory>
  transactionNotes(): AsyncIterable<TransactionNote>
  close(): void
}

/** Opens a bundle in a worker, an encrypted one with what unlocks it. Bytes are handed over; a Blob is read piece by piece. */
export function openBundleInWorker(
  bytes: Uint8Array | Blob,
  { progress, signal, unlock }: BundleWork & { readonly unlock?: Unlock } = {},
): Promise<Result<OpenedBundle>> {
  const worker = startWorker()
  return new Promise((resolve, reject) => {
    const refuse = (failure: { ok: false; error: Failure }) => {
      worker.terminate()
      resolve(failure)
    }
    worker.onmessage = ({ data }: MessageEvent<BundleAnswer>) => {
      if (data.type === 'progress') progress?.(data.done, data.total)
      if (data.type === 'failed') refuse({ ok: false, error: data.failure })
      if (data.type === 'opened') resolve(ok(new WorkerBundle(worker, data.opened)))
    }
    worker.onerror = (event) => reject(new Error(event.message || 'Reading the bundle has stopped.'))
    signal?.addEventListener('abort', () => refuse(STOPPED), { once: true })
    worker.postMessage({ type: 'read', bytes, ...(unlock ? { unlock } : {}) } satisfies BundleRequest)
  })
}

class WorkerBundle implements OpenedBundle {
  readonly name: OpenedInfo['name']
  readonly info: OpenedInfo['info']
  readonly signature: OpenedInfo['signature']
  readonly counts: OpenedInfo['counts']
  readonly fileCount: OpenedInfo['fileCount']
  readonly #worker: Worker

  constructor(worker: Worker, { name, info, signature, counts, fileCount }: OpenedInfo) {
    this.#worker = worker
    this.name = name
    this.info = info
    this.signature = signature
    this.counts = counts
    this.fileCount = fileCount
  }

  histories(kind: Kind): AsyncIterable<RecordHistory> {
    return this.#pull(kind) as AsyncIterable<RecordHistory>
  }

  async *allHistories(): AsyncGenerator<RecordHistory, void, undefined> {
    for (const kind of KINDS) yield* this.histories(kind)
  }

  transactionNotes(): AsyncIterable<TransactionNote> {
    return this.#pull('transactions') as AsyncIterable<TransactionNote>
  }

  close(): void {
    this.#worker.terminate()
  }

  async *#pull(stream: StreamName): AsyncGenerator<StreamItem, void, undefined> {
    for (let start = true, done = false; !done; start = false) {
      const answer = await this.#ask(stream, start)
      yield* answer.items
      done = answer.done
    }
  }

  #ask(stream: StreamName, start: boolean): Promise<{ items: readonly StreamItem[]; done: boolean }> {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }: MessageEvent<BundleAnswer>) => {
        if (data.type === 'items') resolve(data)
        if (data.type === 'failed') reject(new Error(data.failure.message))
      }
      this.#worker.postMessage({ type: 'more', stream, start } satisfies BundleRequest)
    })
  }
}
