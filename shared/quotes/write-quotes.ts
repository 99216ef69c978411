import type { FoundQuote, QuoteKind, Span } from './found-quote'
import type { Entity } from './people/entity'
import type { Mention } from './people/mention'
import type { People } from './people/people'
import type { Reading } from './reading/read-article'
import type { Attribution } from './speakers/attribution'
import { explainSpeaker } from './speakers/explain'

/** Attributions that form one quote: an interrupted quotation, or one over several paragraphs. */
export interface QuoteGroup {
  kind: QuoteKind
  attributions: Attribution[]
}

/** Turns attributions into found quotes, in text order, so that pronouns can lean on who spoke before. */
export class QuoteWriter {
  private lastSpeaker: Entity | null = null
  private readonly resolved = new Map<Mention, Entity | null>()
  constructor(
    private readonly reading: Reading,
    private readonly people: People,
  ) {}

  private spanOf(first: number, last: number): Span {
    return [this.reading.tokens.start[first]!, this.reading.tokens.end[last]!]
  }

  private resolve(mention: Mention): Entity | null {
    const known = this.resolved.get(mention)
    if (known !== undefined) return known
    const { pointers } = this.people
    const entity =
      mention.kind === 'pronoun'
        ? pointers.resolvePronoun(mention, this.lastSpeaker)
        : pointers.resolve(mention)
    this.resolved.set(mention, entity)
    return entity
  }

  private contentSpan(attribution: Attribution): Span {
    const { first, last, quote } = attribution.target
    if (quote < 0) return this.spanOf(first, last)
    const quoted = this.reading.quoted[quote]!
    return [quoted.start, quoted.end]
  }

  write(group: QuoteGroup): FoundQuote {
    const { text } = this.reading
    const { mention, cue, ground } = group.attributions[0]!
    const entity = mention ? this.resolve(mention) : null
    if (entity) this.lastSpeaker = entity
    const speakerSpan = mention ? this.spanOf(mention.first, mention.last) : null
    const where = speakerSpan ? text.slice(...speakerSpan) : null
    const cueSpan = cue ? this.spanOf(cue[0], cue[1]) : null
    const name = entity?.name ?? where
    const confidence = Math.min(...group.attributions.map((attribution) => attribution.confidence))
    return {
      kind: group.kind,
      spans: group.attributions.map((attribution) => this.contentSpan(attribution)),
      speaker: name,
      speakerSpan,
      cueSpan,
      confidence: Math.round(confidence * 1000) / 1000,
      reason: explainSpeaker(ground, cueSpan ? text.slice(...cueSpan) : null, where, name),
      speakerKey: entity?.key ?? (where ? where.toLowerCase() : null),
      ...(entity?.role ? { speakerRole: entity.role } : {}),
      ...(entity?.kind === 'organisation' ? { speakerKind: entity.kind } : {}),
    }
  }
}
