import type { ByteSource } from '@shared/bundle/container/byte-source'
import { BundleFailure } from '@shared/bundle/failure'
import { type BundleContents, readBundle } from '@shared/bundle/read-bundle'
import { signerOf } from '@shared/bundle/signature'
import type { BundleSource } from '@shared/bundle/source'
import { writeBundle } from '@shared/bundle/write-bundle'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import type { BundleAnswer, BundleRequest, StreamItem, StreamName, WriteRequest } from './bundle-messages'

const AT_ONCE = 500
const stop = { aborted: false }
let onItems: ((answer: { items: readonly StreamItem[]; done: boolean }) => void) | null = null
let onTaken: (() => void) | null = null
let opened: BundleContents | null = null
const streams = new Map<StreamName, AsyncIterator<StreamItem>>()

function tell(answer: BundleAnswer, transfer: Transferable[] = []): void {
  self.postMessage(answer, { transfer })
}

const progress = (done: number, total: number) => tell({ type: 'progress', done, total })

/** The page's notebook, pulled over in runs: no more than one run is under way at a time. */
async function* pull(stream: StreamName): AsyncGenerator<StreamItem, void, undefined> {
  for (let start = true, done = false; !done; start = false) {
    const run = new Promise<{ items: readonly StreamItem[]; done: boolean }>((resolve) => {
      onItems = resolve
    })
    tell({ type: 'need', stream, start })
    const answer = await run
    yield* answer.items
    done = answer.done
  }
}

const pageSource: BundleSource = {
  histories: (kind) => pull(kind) as AsyncGenerator<RecordHistory>,
  transactionNotes: () => pull('transactions') as AsyncGenerator<TransactionNote>,
}

async function write({ keys, type: _type, ...options }: WriteRequest): Promise<void> {
  const signer = keys ? { signer: signerOf(keys) } : {}
  for await (const bytes of writeBundle(pageSource, { ...options, ...signer, progress, signal: stop })) {
    const taken = new Promise<void>((resolve) => {
      onTaken = resolve
    })
    const chunk = bytes as Uint8Array<ArrayBuffer>
    tell({ type: 'chunk', bytes: chunk }, [chunk.buffer])
    await taken
  }
  tell({ type: 'finished' })
}

function sourceOf(bytes: Uint8Array | Blob): Uint8Array | ByteSource {
  if (bytes instanceof Uint8Array) return bytes
  return {
    size: bytes.size,
    read: async (start, end) => new Uint8Array(await bytes.slice(start, end).arrayBuffer()),
  }
}

async function read(bytes: Uint8Array | Blob): Promise<void> {
  const result = await readBundle(sourceOf(bytes), { progress, signal: stop })
  if (!result.ok) return tell({ type: 'failed', failure: result.error })
  opened = result.value
  const { name, info, signature, counts, files } = result.value
  tell({ type: 'opened', opened: { name, info, signature, counts, files } })
}

function begin(stream: StreamName): AsyncIterator<StreamItem> {
  if (!opened) throw new Error('No bundle is open.')
  const items = stream === 'transactions' ? opened.transactionNotes() : opened.histories(stream)
  return items[Symbol.asyncIterator]()
}

async function more(stream: StreamName, start: boolean): Promise<void> {
  const iterator = (start ? undefined : streams.get(stream)) ?? begin(stream)
  streams.set(stream, iterator)
  const items: StreamItem[] = []
  let done = false
  while (!done && items.length < AT_ONCE) {
    const next = await iterator.next()
    if (next.done) done = true
    else items.push(next.value)
  }
  tell({ type: 'items', items, done })
}

function failWith(error: unknown): void {
  if (error instanceof BundleFailure) tell({ type: 'failed', failure: error.failure })
  else throw error
}

self.onmessage = ({ data }: MessageEvent<BundleRequest>) => {
  if (data.type === 'write') write(data).catch(failWith)
  if (data.type === 'read') read(data.bytes).catch(failWith)
  if (data.type === 'more') more(data.stream, data.start).catch(failWith)
  if (data.type === 'items') onItems?.(data)
  if (data.type === 'taken') onTaken?.()
  if (data.type === 'stop') stop.aborted = true
}
