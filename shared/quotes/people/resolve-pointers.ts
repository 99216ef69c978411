import { Word } from '../languages/lexicon'
import type { Reading } from '../reading/read-article'
import type { Entity } from './entity'
import type { Mention } from './mention'
import type { NameRegister } from './resolve-names'

/** Words for the head of a state or a body, which articles use for one another. */
const LEADER =
  /^(?:leader|president|premier|chancellor|chief|head|staatschef|präsident|kanzler|regierungschef|líder|лидер|президент|leadership)$/

/** Stands for all words of `LEADER` in the index of describers. */
const ANY_LEADER = 'leader'

/** How far back, in tokens, a pronoun looks for its name, and how far ahead for whom it cannot be. */
const REACH = 220
const BESIDE = 30

/** Index of the last mention that starts before a token, or -1. */
function lastBefore(mentions: readonly Mention[], token: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.first < token) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Titles, roles and full names speak for a person; a bare single word may be a place. */
function personLikeness(entity: Entity): number {
  let score = entity.parts.length > 1 ? 1 : -4
  if (entity.gender) score += 2
  if (entity.role || entity.describers.size > 0) score += 3
  return score
}

/** Resolves pronouns and roles ("the Russian leader") to the entities that the names gave. */
export class PointerResolver {
  /** Mentions of known entities in text order. */
  private timeline: { mention: Mention; entity: Entity }[] = []
  private byDescriber: Map<string, Entity[]> | null = null
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
    this.timeline = mentions.flatMap((mention) => {
      const entity = this.register.ofMention.get(mention)
      return entity ? [{ mention, entity }] : []
    })
  }

  /** Index of the first known mention that starts at or after a token. */
  private timelineFrom(token: number): number {
    let low = 0
    let high = this.timeline.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.timeline[middle]!.mention.first < token) low = middle + 1
      else high = middle
    }
    return low
  }

  /** People by each word that describes them; all heads of states and bodies under one more key. */
  private describedBy(word: string): readonly Entity[] {
    if (!this.byDescriber) {
      this.byDescriber = new Map()
      for (const entity of this.register.entities) {
        const words = new Set(entity.describers)
        if ([...words].some((each) => LEADER.test(each))) words.add(ANY_LEADER)
        for (const each of words) {
          const list = this.byDescriber.get(each)
          if (list) list.push(entity)
          else this.byDescriber.set(each, [entity])
        }
      }
    }
    return this.byDescriber.get(word) ?? []
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
    for (const entity of this.describedBy(LEADER.test(head) ? ANY_LEADER : head)) {
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
    const beside = this.namedBeside(mention)
    for (const entity of this.namedBefore(mention)) {
      if (entity.kind !== 'person' || entity.gender === (male ? 'female' : 'male')) continue
      if (beside.has(entity)) continue
      const score = this.nearness(entity, mention) + (entity === lastSpeaker ? 3 : 0)
      if (score > bestScore) {
        best = entity
        bestScore = score
      }
    }
    return best
  }

  /** Entities named within reach before a pronoun. */
  private namedBefore(pronoun: Mention): Set<Entity> {
    const found = new Set<Entity>()
    for (let index = this.timelineFrom(pronoun.first) - 1; index >= 0; index -= 1) {
      const { mention, entity } = this.timeline[index]!
      if (pronoun.first - mention.last > REACH) break
      found.add(entity)
    }
    return found
  }

  /** "He invited Mr. Novak": whoever the rest of the sentence names is not the pronoun's person. */
  private namedBeside(pronoun: Mention): Set<Entity> {
    const { sentence, quoteOf } = this.reading
    const found = new Set<Entity>()
    if (quoteOf[pronoun.first]! >= 0) return found
    for (let index = this.timelineFrom(pronoun.first + 1); index < this.timeline.length; index += 1) {
      const { mention, entity } = this.timeline[index]!
      if (sentence[mention.first] !== sentence[pronoun.first] || mention.first - pronoun.first >= BESIDE)
        break
      if (quoteOf[mention.first]! < 0) found.add(entity)
    }
    return found
  }

  /** How near and how prominent the nearest earlier mention is; greater is likelier. */
  private nearness(entity: Entity, pronoun: Mention): number {
    const { tokens, sentence, quoteOf } = this.reading
    let best = Number.NEGATIVE_INFINITY
    for (let index = lastBefore(entity.mentions, pronoun.first); index >= 0; index -= 1) {
      const other = entity.mentions[index]!
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
