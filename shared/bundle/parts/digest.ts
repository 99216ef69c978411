import type { Stamp } from '../../base/clock'
import { contributorOf, timeOf } from '../../base/clock'
import type { Id } from '../../base/ids'
import type { RecordHistory } from '../../changes/transaction'
import type { Article } from '../../domain/article'
import type { Contributor } from '../../domain/contributor'
import type { Entity } from '../../domain/entity'
import type { AnyRecord, Kind } from '../../domain/kinds'
import { isDeleted } from '../../domain/record'
import type { Relation } from '../../domain/relation'
import type { Tag } from '../../domain/tag'
import { refuse } from '../failure'
import { presentState } from '../present-state'
import type { RecordCodec } from '../records/codec'
import { KnownIds } from '../records/known-ids'

/** What is known of a version without its text. */
export interface VersionFacts {
  readonly articleId: Id
  readonly capturedTime: string
  readonly reason: string
  readonly textHash: string
  readonly isDeleted: boolean
  readonly hasText: boolean
}

/**
 * What the derived files need to know of records elsewhere in the bundle: gathered while the records are written.
 * Annotations, quotes, claims and notes, of which there can be very many, are only counted.
 */
export class Digest {
  readonly codec: RecordCodec
  readonly counts = new Map<Kind, number>()
  readonly inTrash = new Map<Kind, number>()
  readonly articles = new Map<Id, Article>()
  readonly versions = new Map<Id, VersionFacts>()
  readonly entities = new Map<Id, Entity>()
  readonly tags = new Map<Id, Tag>()
  readonly relations = new Map<Id, Relation>()
  readonly contributors = new Map<Id, Contributor>()
  /** Ids of contributors that stamps name, whether they have a record or not. */
  readonly authors = new Set<Id>()
  latest: Stamp | null = null
  readonly #ids = new KnownIds()

  constructor(codec: RecordCodec) {
    this.codec = codec
  }

  /** Milliseconds since 1970 of the latest change; null in an empty bundle. */
  get latestTime(): number | null {
    return this.latest === null ? null : timeOf(this.latest)
  }

  /** Takes a record in. Refuses an id that a record of another kind has: nobody could read such a bundle. */
  take(history: RecordHistory): void {
    if (!this.#ids.add(history.id))
      refuse(
        'record-twice',
        `Two records of different kinds have the id ${history.id}, so these notebooks can’t be in one bundle.`,
      )
    for (const { stamp } of history.changes) {
      this.authors.add(contributorOf(stamp))
      if (this.latest === null || stamp > this.latest) this.latest = stamp
    }
    const record = presentState(history) as unknown as AnyRecord
    const counter = isDeleted(record) ? this.inTrash : this.counts
    counter.set(record.kind, (counter.get(record.kind) ?? 0) + 1)
    this.#keep(record)
  }

  #keep(record: AnyRecord): void {
    if (record.kind === 'contributor') this.contributors.set(record.id, record)
    if (record.kind === 'version') this.versions.set(record.id, factsOf(record.fields, isDeleted(record)))
    if (isDeleted(record)) return
    if (record.kind === 'article') this.articles.set(record.id, record)
    if (record.kind === 'entity') this.entities.set(record.id, record)
    if (record.kind === 'tag') this.tags.set(record.id, record)
    if (record.kind === 'relation') this.relations.set(record.id, record)
  }

  count(kind: Kind): number {
    return this.counts.get(kind) ?? 0
  }
}

function factsOf(fields: Extract<AnyRecord, { kind: 'version' }>['fields'], deleted: boolean): VersionFacts {
  const { articleId, capturedTime, reason, textHash, blocks } = fields
  return { articleId, capturedTime, reason, textHash, isDeleted: deleted, hasText: blocks.length > 0 }
}
