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

/** Titles, roles and full names speak for a person; a bare single word may be a place. */
function personLikeness(entity: Entity): number {
  let score = entity.parts.length > 1 ? 1 : -4
  if (entity.gender) score += 2
  if (entity.role || entity.describers.size > 0) score += 3
  return score
}

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

  /** Lets "the Russian leader" count as a mention of the person it describes. */
  adoptRoles(mentions: readonly Mention[]): void {
    for (const mention of mentions) {
      if (mention.kind !== 'nominal') continue
      const entity = this.byRole(mention)
      if (!entity) continue
      this.register.ofMention.set(mention, entity)
      entity.mentions.push(mention)
    }
    for (const entity of this.register.entities) entity.mentions.sort((a, b) => a.first - b.first)
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
    const { lexicon } = this.reading
    const male = (mention.flags & Word.he) !== 0
    const female = (mention.flags & Word.she) !== 0
    if (!female && !male) return null
    // German "sie" is also "they": it rules nobody out but men.
    const sure = lexicon.code !== 'de' || male
    let best: Entity | null = null
    let bestScore = sure ? Number.NEGATIVE_INFINITY : -20
    for (const entity of this.register.entities) {
      if (entity.kind !== 'person' || entity.gender === (male ? 'female' : 'male')) continue
      if (this.namedBeside(entity, mention)) continue
      const score = this.nearness(entity, mention) + (entity === lastSpeaker ? 3 : 0)
      if (score > bestScore) {
        best = entity
        bestScore = score
      }
    }
    return best
  }

  /** "He invited Mr. Novak": whoever the rest of the sentence names is not the pronoun's person. */
  private namedBeside(entity: Entity, pronoun: Mention): boolean {
    const { sentence, quoteOf } = this.reading
    if (quoteOf[pronoun.first]! >= 0) return false
    return entity.mentions.some(
      (other) =>
        other.first > pronoun.first &&
        sentence[other.first] === sentence[pronoun.first] &&
        quoteOf[other.first]! < 0 &&
        other.first - pronoun.first < 30,
    )
  }

  /** How near and how prominent the nearest earlier mention is; greater is likelier. */
  private nearness(entity: Entity, pronoun: Mention): number {
    const { tokens, sentence, quoteOf } = this.reading
    let best = Number.NEGATIVE_INFINITY
    for (let index = entity.mentions.length - 1; index >= 0; index -= 1) {
      const other = entity.mentions[index]!
      if (other.first >= pronoun.first) continue
      const distance = pronoun.first - other.last
      if (distance > REACH) break
      let score = -distance / 12 - (sentence[pronoun.first]! - sentence[other.first]!) * 0.8
      // People named inside somebody's words are spoken of, they do not speak.
      if (quoteOf[other.first]! >= 0 && quoteOf[other.first] !== quoteOf[pronoun.first]) score -= 9
      if (this.opensSentence(other)) score += 3
      if (tokens.block[other.first] !== tokens.block[pronoun.first]) score -= 1
      best = Math.max(best, score)
    }
    return best + personLikeness(entity)
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
