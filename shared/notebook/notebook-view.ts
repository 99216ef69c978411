import type { Id } from '../base/ids'
import type { AnyRecord, Kind, RecordByKind } from '../domain/kinds'
import { isDeleted, type RecordState } from '../domain/record'
import { INDEXES, type IndexedKind, type IndexName, type IndexRule } from './indexes'

const NOTHING: readonly never[] = Object.freeze([])

/** A set of ids under a key whose sorted record list is made when asked for and kept until it changes. */
interface Bucket {
  readonly ids: Set<Id>
  list: readonly AnyRecord[] | null
}

/** What views may ask of a notebook. Lists leave out the trash, are sorted by id (oldest first), and stay the same object until they change. */
export interface NotebookView {
  /** The record, in the trash or not. Versions come without their blocks' text loaded; see the storage. */
  get(id: Id): AnyRecord | undefined
  /** The record if it is of that kind and not in the trash. */
  find<K extends Kind>(kind: K, id: Id): RecordByKind[K] | undefined
  all<K extends Kind>(kind: K): readonly RecordByKind[K][]
  by<N extends IndexName>(index: N, id: Id): readonly RecordByKind[IndexedKind<N>][]
  trash(): readonly AnyRecord[]
  /** Records with differences to settle. */
  differing(): readonly AnyRecord[]
  /** Grows with every change. */
  readonly revision: number
  /** Calls back after each change; returns how to stop. */
  subscribe(listener: () => void): () => void
}

/** The notebook's present state in memory, with the indexes of the visible list. The storage feeds it; views read it. */
export class NotebookMemory implements NotebookView {
  revision = 0
  readonly #records = new Map<Id, AnyRecord>()
  readonly #kinds = new Map<Kind, Bucket>()
  readonly #indexes = new Map<string, Bucket>()
  readonly #trash: Bucket = { ids: new Set(), list: null }
  readonly #differing: Bucket = { ids: new Set(), list: null }
  readonly #listeners = new Set<() => void>()
  readonly #rules = new Map<Kind, readonly (readonly [IndexName, IndexRule<Kind>])[]>()

  constructor() {
    for (const [name, rule] of Object.entries(INDEXES) as unknown as [IndexName, IndexRule<Kind>][]) {
      this.#rules.set(rule.kind, [...(this.#rules.get(rule.kind) ?? []), [name, rule]])
    }
  }

  get(id: Id): AnyRecord | undefined {
    return this.#records.get(id)
  }

  find<K extends Kind>(kind: K, id: Id): RecordByKind[K] | undefined {
    const record = this.#records.get(id)
    return record?.kind === kind && !isDeleted(record) ? (record as RecordByKind[K]) : undefined
  }

  all<K extends Kind>(kind: K): readonly RecordByKind[K][] {
    return this.#listOf(this.#kinds.get(kind)) as readonly RecordByKind[K][]
  }

  by<N extends IndexName>(index: N, id: Id): readonly RecordByKind[IndexedKind<N>][] {
    return this.#listOf(this.#indexes.get(`${index} ${id}`)) as readonly RecordByKind[IndexedKind<N>][]
  }

  trash(): readonly AnyRecord[] {
    return this.#listOf(this.#trash)
  }

  differing(): readonly AnyRecord[] {
    return this.#listOf(this.#differing)
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The ids of all records, in the trash or not, in no order. */
  ids(): IterableIterator<Id> {
    return this.#records.keys()
  }

  /** Takes new states in and tells the listeners once. */
  put(records: Iterable<RecordState>): void {
    for (const state of records) {
      const record = state as unknown as AnyRecord
      const before = this.#records.get(record.id)
      if (before) this.#file(before, false)
      this.#records.set(record.id, record)
      this.#file(record, true)
    }
    this.#announce()
  }

  /** Forgets everything, as before reading another notebook. */
  clear(): void {
    this.#records.clear()
    this.#kinds.clear()
    this.#indexes.clear()
    for (const bucket of [this.#trash, this.#differing]) {
      bucket.ids.clear()
      bucket.list = null
    }
    this.#announce()
  }

  #announce(): void {
    this.revision += 1
    for (const listener of this.#listeners) listener()
  }

  #file(record: AnyRecord, isIn: boolean): void {
    if (record.differences) mark(this.#differing, record.id, isIn)
    if (isDeleted(record)) {
      mark(this.#trash, record.id, isIn)
      return
    }
    mark(bucketOf(this.#kinds, record.kind), record.id, isIn)
    for (const [name, rule] of this.#rules.get(record.kind) ?? NOTHING) {
      for (const key of rule.keys(record as never)) {
        mark(bucketOf(this.#indexes, `${name} ${key}`), record.id, isIn)
      }
    }
  }

  #listOf(bucket: Bucket | undefined): readonly AnyRecord[] {
    if (!bucket) return NOTHING
    bucket.list ??= [...bucket.ids].sort().map((id) => this.#records.get(id) as AnyRecord)
    return bucket.list
  }
}

function bucketOf<Key>(buckets: Map<Key, Bucket>, key: Key): Bucket {
  const existing = buckets.get(key)
  if (existing) return existing
  const bucket: Bucket = { ids: new Set(), list: null }
  buckets.set(key, bucket)
  return bucket
}

function mark(bucket: Bucket, id: Id, isIn: boolean): void {
  if (isIn) bucket.ids.add(id)
  else bucket.ids.delete(id)
  bucket.list = null
}
