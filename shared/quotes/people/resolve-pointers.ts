import { Word } from '../languages/lexicon'
import type { Reading } from '../reading/read-article'
import type { Entity } from './entity'
import type { Mention } from './mention'
import type { NameRegister } from './resolve-names'

/** Words for the head of a state or a body, which articles use for one another. */
const LEADER =
  /^(?:leader|president|premier|chancellor|chief|head|staatschef|präsident|kanzler|regierungschef|líder|лидер|президент|leadership)$/

/** How far back, in tokens, a pronoun looks for its name. */
const REACH = 220

/** Resolves pronouns and roles ("the Russian leader") to the entities that the names gave. */
export class PointerResolver {
  constructor(
    private readonly reading: Reading,
    private readonly register: NameRegister,
  ) {}

  resolve(mention: Mention): Entity | null {
    const known = this.register.ofMention.get(mention)
    if (known) return known
    return mention.kind === 'nominal' ? this.byRole(mention) : null
  }

  /** The entity described by the words of "the Russian leader": most words shared, at least the head or a synonym. */
  private byRole(mention: Mention): Entity | null {
    const { tokens } = this.reading
    const words: string[] = []
    for (let index = mention.first; index <= mention.last; index += 1) {
      if (!(tokens.flags[index]! & (Word.determiner | Word.possessive))) words.push(tokens.lower[index]!)
    }
    const head = words[words.length - 1]
    if (!head || !(mention.flags & Word.role)) return null
    let best: Entity | null = null
    let bestScore = 0
    for (const entity of this.register.entities) {
      const score = this.roleScore(entity, words, head)
      if (score > bestScore) {
        best = entity
        bestScore = score
      }
    }
    return best
  }

  private roleScore(entity: Entity, words: readonly string[], head: string): number {
    if (entity.kind !== 'person') return 0
    const sameHead = entity.describers.has(head)
    const leader = LEADER.test(head) && [...entity.describers].some((word) => LEADER.test(word))
    if (!sameHead && !leader) return 0
    const modifiers = words.slice(0, -1)
    const shared = modifiers.filter((word) => entity.describers.has(word)).length
    if (modifiers.length > 0 && shared === 0) return 0
    return (sameHead ? 1.5 : 1) + shared
  }

  /**
   * The person a pronoun stands for: nearest before it that agrees in gender, subjects and earlier speakers
   * preferred. `lastSpeaker` is who spoke before, if anyone.
   */
  resolvePronoun(mention: Mention, lastSpeaker: Entity | null): Entity | null {
    const { tokens, sentence, quoteOf, lexicon } = this.reading
    const female = (mention.flags & Word.she) !== 0 && lexicon.code !== 'de'
    const male = (mention.flags & Word.he) !== 0
    const germanShe = lexicon.code === 'de' && (mention.flags & Word.she) !== 0
    if (!female && !male && !germanShe) return null
    let best: Entity | null = null
    let bestScore = Number.NEGATIVE_INFINITY
    for (const entity of this.register.entities) {
      if (entity.kind !== 'person') continue
      if (male && entity.gender === 'female') continue
      if ((female || germanShe) && entity.gender === 'male') continue
      for (let index = entity.mentions.length - 1; index >= 0; index -= 1) {
        const other = entity.mentions[index]!
        if (other.first >= mention.first) continue
        const distance = mention.first - other.last
        if (distance > REACH) break
        let score = -distance / 12
        score -= (sentence[mention.first]! - sentence[other.first]!) * 0.8
        if (quoteOf[other.first]! >= 0) score -= 6
        if (this.opensSentence(other)) score += 3
        if (tokens.block[other.first] !== tokens.block[mention.first]) score -= 1
        if (entity.gender) score += 1
        if (entity === lastSpeaker) score += 3
        if (score > bestScore) {
          best = entity
          bestScore = score
        }
      }
    }
    return best
  }

  private opensSentence(mention: Mention): boolean {
    const { sentence } = this.reading
    const before = mention.first - 1
    return (
      before < 0 ||
      sentence[before] !== sentence[mention.first] ||
      sentence[Math.max(0, before - 1)] !== sentence[mention.first]
    )
  }
}
