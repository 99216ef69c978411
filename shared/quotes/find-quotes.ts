import type { FoundQuote, Span } from './found-quote'
import type { Entity } from './people/entity'
import type { Mention } from './people/mention'
import { gatherPeople, type People } from './people/people'
import { type Reading, readArticle } from './reading/read-article'
import { attributeByRules } from './speakers/attribute-by-rules'
import type { Attribution } from './speakers/attribution'
import { explainSpeaker } from './speakers/explain'

export type { FoundQuote, QuoteKind, Span } from './found-quote'

const SPEECH_THRESHOLD = 0.5

/**
 * Finds the quotes of an article and their speakers. `lang` is a BCP 47 tag; without one the language is
 * guessed. Spans are UTF-16 offsets into `text`, blocks are separated by line ends.
 */
export function findQuotes(text: string, options: { lang?: string } = {}): FoundQuote[] {
  const reading = readArticle(text, options.lang)
  const people = gatherPeople(reading)
  const writer = new QuoteWriter(reading, people)
  return attributeByRules(reading, people)
    .filter((attribution) => attribution.speech >= SPEECH_THRESHOLD)
    .map((attribution) => writer.direct(attribution))
}

class QuoteWriter {
  private lastSpeaker: Entity | null = null
  constructor(
    private readonly reading: Reading,
    private readonly people: People,
  ) {}

  private spanOf(first: number, last: number): Span {
    return [this.reading.tokens.start[first]!, this.reading.tokens.end[last]!]
  }

  private resolve(mention: Mention | null): Entity | null {
    if (!mention) return null
    const { pointers } = this.people
    const entity =
      mention.kind === 'pronoun'
        ? pointers.resolvePronoun(mention, this.lastSpeaker)
        : pointers.resolve(mention)
    if (entity) this.lastSpeaker = entity
    return entity
  }

  direct(attribution: Attribution): FoundQuote {
    const { text } = this.reading
    const { mention, cue, quoted } = attribution
    const entity = this.resolve(mention)
    const speakerSpan = mention ? this.spanOf(mention.first, mention.last) : null
    const where = speakerSpan ? text.slice(...speakerSpan) : null
    const cueSpan = cue >= 0 ? this.spanOf(cue, cue) : null
    const name = entity?.name ?? where
    return {
      kind: 'direct',
      spans: [[quoted.start, quoted.end]],
      speaker: name,
      speakerSpan,
      cueSpan,
      confidence: Math.round(attribution.speech * attribution.certainty * 1000) / 1000,
      reason: explainSpeaker(attribution.ground, cueSpan ? text.slice(...cueSpan) : null, where, name),
      speakerKey: entity?.key ?? (where ? where.toLowerCase() : null),
      ...(entity?.role ? { speakerRole: entity.role } : {}),
    }
  }
}
