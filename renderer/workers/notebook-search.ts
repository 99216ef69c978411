import type { Id } from '@shared/base/ids'
import type { Block } from '@shared/domain/block'
import type { AnyRecord } from '@shared/domain/kinds'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { documentOf, SEARCHED_KINDS, type SearchedRecord, sourcesOf } from '@shared/search/search-documents'
import type { SearchAnswer } from '@shared/search/search-index'
import type { SearchDocument } from '@shared/search/term-row'
import type { SearchReply, SearchRequest } from './search-messages'

interface Searched {
  readonly view: NotebookView
  blocksOf(versionId: Id): Promise<readonly Block[]>
}

/** So many documents are handed to the worker at once. */
const AT_ONCE = 50

type Sources = readonly (AnyRecord | undefined)[]

const searches = new WeakMap<Searched, NotebookSearch>()

/** The one search of a notebook: its texts are read once, whoever searches. */
export function searchOf(notebook: Searched): NotebookSearch {
  const known = searches.get(notebook)
  if (known) return known
  const search = new NotebookSearch(notebook)
  searches.set(notebook, search)
  return search
}

/** Searches the texts of one notebook in a worker, which is given only what changed since the last time. */
export class NotebookSearch {
  readonly #notebook: Searched
  readonly #known = new Map<Id, Sources>()
  #worker: Worker | null = null
  #next = 1
  #pending: { readonly number: number; readonly resolve: (answer: SearchAnswer) => void } | null = null
  #syncing: Promise<void> = Promise.resolve()

  constructor(notebook: Searched) {
    this.#notebook = notebook
  }

  /**
   * The best `limit` records for a query. An earlier search that is still under way is never answered.
   * `progress` is told how many records were read of those that changed.
   */
  async search(
    query: string,
    limit: number,
    progress: (done: number, total: number) => void = () => {},
  ): Promise<SearchAnswer> {
    const number = this.#next++
    this.#syncing = this.#syncing.then(() => this.#sync(progress))
    await this.#syncing
    return new Promise((resolve) => {
      this.#pending = { number, resolve }
      this.#post({ type: 'search', number, query, limit })
    })
  }

  #post(request: SearchRequest): void {
    this.#worker ??= this.#start()
    this.#worker.postMessage(request)
  }

  #start(): Worker {
    const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<SearchReply>) => {
      if (data.number !== this.#pending?.number) return
      this.#pending.resolve(data.answer)
      this.#pending = null
    }
    return worker
  }

  async #sync(progress: (done: number, total: number) => void): Promise<void> {
    const { view } = this.#notebook
    const present = new Set<Id>()
    const changed: { readonly record: SearchedRecord; readonly sources: Sources }[] = []
    for (const kind of SEARCHED_KINDS) {
      for (const record of view.all(kind)) {
        present.add(record.id)
        const sources = sourcesOf(view, record)
        const known = this.#known.get(record.id)
        if (!known || sources.some((source, at) => source !== known[at])) changed.push({ record, sources })
      }
    }
    const gone = [...this.#known.keys()].filter((id) => !present.has(id))
    for (const id of gone) this.#known.delete(id)
    if (gone.length > 0) this.#post({ type: 'remove', ids: gone })
    for (let at = 0; at < changed.length; at += AT_ONCE) {
      progress(at, changed.length)
      await this.#put(changed.slice(at, at + AT_ONCE))
    }
    progress(changed.length, changed.length)
  }

  async #put(
    batch: readonly { readonly record: SearchedRecord; readonly sources: Sources }[],
  ): Promise<void> {
    const read = await Promise.all(batch.map(({ record }) => this.#read(record)))
    const documents = read.filter((document) => document !== null)
    const ids = batch.flatMap(({ record }, at) => (read[at] === null ? [record.id] : []))
    if (ids.length > 0) this.#post({ type: 'remove', ids })
    this.#post({ type: 'put', documents })
    for (const { record, sources } of batch) this.#known.set(record.id, sources)
  }

  async #read(record: SearchedRecord): Promise<SearchDocument | null> {
    const { view } = this.#notebook
    if (record.kind !== 'article') return documentOf(view, record)
    const blocks = await this.#notebook.blocksOf(record.fields.currentVersion)
    return documentOf(
      view,
      record,
      blocks.map(({ text }) => text),
    )
  }
}
