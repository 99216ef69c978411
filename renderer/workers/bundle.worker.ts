import { ok } from '@shared/base/result'
import { type ByteSource, bytesAsSource } from '@shared/bundle/container/byte-source'
import { type Unlock, unlockSource } from '@shared/bundle/encryption'
import { BundleFailure } from '@shared/bundle/failure'
import { lockChunks } from '@shared/bundle/lock-chunks'
import { type BundleContents, readBundle } from '@shared/bundle/read-bundle'
import { signerOf } from '@shared/bundle/signature'
import type { BundleSource, Stream } from '@shared/bundle/source'
import { writeBundle } from '@shared/bundle/write-bundle'
import type { BundleAnswer, BundleRequest, StreamItem, StreamName, WriteRequest } from './bundle-messages'

const AT_ONCE = 500
const scope = self as unknown as Worker

const answer = (message: BundleAnswer, transfer: Transferable[] = []) => scope.postMessage(message, transfer)
const progress = (done: number, total: number) => answer({ type: 'progress', done, total })

/** The answer to the question that is under way ends its wait. */
let deliver: (request: BundleRequest) => void = () => {}
let asked: Promise<unknown> = Promise.resolve()

/** Asks the page; one question is under way at a time, since encrypting asks for more while a chunk is handed over. */
function askPage(question: BundleAnswer, transfer: Transferable[] = []): Promise<BundleRequest> {
  const answered = asked.then(
    () =>
      new Promise<BundleRequest>((resolve) => {
        deliver = resolve
        answer(question, transfer)
      }),
  )
  asked = answered
  return answered
}

async function* streamFromPage(stream: StreamName): AsyncGenerator<StreamItem, void, undefined> {
  for (let start = true, done = false; !done; start = false) {
    const given = await askPage({ type: 'need', stream, start })
    if (given.type !== 'items') return
    yield* given.items
    done = given.done
  }
}

const page = {
  histories: (kind) => streamFromPage(kind),
  transactionNotes: () => streamFromPage('transactions'),
} as BundleSource

async function write({
  name,
  only,
  fullText = true,
  privateNotes = false,
  keys,
  lock,
}: WriteRequest): Promise<void> {
  const options = { name, fullText, privateNotes, progress }
  const chunks = writeBundle(page, {
    ...options,
    ...(only ? { only: new Set(only) } : {}),
    ...(keys ? { signer: signerOf(keys) } : {}),
  })
  for await (const chunk of lock ? lockChunks(chunks, lock) : chunks) {
    const bytes = new Uint8Array(chunk)
    await askPage({ type: 'chunk', bytes }, [bytes.buffer])
  }
  answer({ type: 'finished' })
}

let opened: BundleContents | null = null

function blobAsSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (start: number, end: number) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  }
}

async function read(given: Uint8Array | Blob, unlock?: Unlock): Promise<void> {
  const source = given instanceof Blob ? blobAsSource(given) : bytesAsSource(given)
  const opening = unlock ? await unlockSource(source, async () => ok(unlock)) : ok(source)
  if (!opening.ok) return answer({ type: 'failed', failure: opening.error })
  const contents = await readBundle(opening.value, { progress })
  if (!contents.ok) {
    answer({ type: 'failed', failure: contents.error })
    return
  }
  opened = contents.value
  const { name, info, signature, counts, fileCount } = opened
  answer({ type: 'opened', opened: { name, info, signature, counts, fileCount } })
}

let iterator: AsyncIterator<StreamItem> | Iterator<StreamItem> | null = null

function begin(stream: StreamName): AsyncIterator<StreamItem> | Iterator<StreamItem> {
  const items: Stream<StreamItem> =
    stream === 'transactions' ? (opened?.transactionNotes() ?? []) : (opened?.histories(stream) ?? [])
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
}

async function giveMore(stream: StreamName, start: boolean): Promise<void> {
  if (start) iterator = begin(stream)
  const items: StreamItem[] = []
  while (items.length < AT_ONCE) {
    const next = await iterator?.next()
    if (!next || next.done) {
      answer({ type: 'items', items, done: true })
      return
    }
    items.push(next.value)
  }
  answer({ type: 'items', items, done: false })
}

/** A bug is told to the page as an error of the worker; a refusal as its sentence. */
function failWith(error: unknown): void {
  if (!(error instanceof BundleFailure)) throw error
  answer({ type: 'failed', failure: error.failure })
}

self.onmessage = ({ data }: MessageEvent<BundleRequest>) => {
  if (data.type === 'write') write(data).catch(failWith)
  else if (data.type === 'read') read(data.bytes, data.unlock).catch(failWith)
  else if (data.type === 'more') giveMore(data.stream, data.start).catch(failWith)
  else deliver(data)
}
