import { contributorOf, type Stamp, timeOf } from '../../base/clock'
import type { Id } from '../../base/ids'
import { lastChanged, type RecordState } from '../../domain/record'
import type { Digest } from './digest'

/** The name of a record in linked data: the same in every bundle it travels in. */
export function iriOf(id: Id): string {
  return `urn:uuid:${id}`
}

/** ISO 8601 time of a stamp, in UTC. */
export function isoTime(stamp: Stamp): string {
  return new Date(timeOf(stamp)).toISOString()
}

/** The contributor as linked data names it; without a record there is only the id. */
export function agentOf(contributor: Id, digest: Digest): { id: string; type: 'Person'; name?: string } {
  const name = digest.contributors.get(contributor)?.fields.name
  return { id: iriOf(contributor), ...(name ? { name } : {}), type: 'Person' }
}

/** Who made a record and when, and when it last changed. */
export function provenanceOf(record: RecordState<unknown>) {
  const latest = lastChanged(record)
  return {
    creator: contributorOf(record.created),
    created: isoTime(record.created),
    modified: latest === record.created ? null : isoTime(latest),
    changedBy: contributorOf(latest),
  }
}
