import type { Id } from '@shared/base/ids'
import type { Digest } from '@shared/bundle/parts/digest'
import { type Entity, resolveEntity } from '@shared/domain/entity'
import type { Quote } from '@shared/domain/quote'

/** Who said a quote and how, in words. */
export interface Attribution {
  readonly speaker: Entity | undefined
  /** The words that attribute it ("said", "according to"). */
  readonly how: string | null
  /** Who passed it on, nearest to the article first. */
  readonly reportedBy: readonly string[]
  /** 0 to 1 as the program saw it; null when a person made the quote. */
  readonly certainty: number | null
}

/** The entity that stands for an id after all merges. */
function standingFor(id: Id, { entities }: Digest): Entity | undefined {
  return entities.get(resolveEntity(id, (other) => entities.get(other)))
}

export function attributionOf({ fields }: Quote, digest: Digest): Attribution {
  return {
    speaker: fields.speakerId === null ? undefined : standingFor(fields.speakerId, digest),
    how: fields.cue?.exact ?? null,
    reportedBy: fields.reportedBy.flatMap((id) => standingFor(id, digest)?.fields.name ?? []),
    certainty: fields.confidence,
  }
}
