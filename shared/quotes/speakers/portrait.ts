import { Word } from '../languages/lexicon'
import type { Entity } from '../people/entity'
import type { Mention } from '../people/mention'
import { chanceOf } from '../tagging/second-pass'
import type { Scene } from './candidate-features'

/** What is the same of a candidate whichever words it may have said; chances in steps, words and classes hashed. */
export interface Portrait {
  sourceChance: number
  source: number
  cueAfter: number
  cueBefore: number
  content: number
  kind: number
  pronoun: number
  headClass: number
  person: number
  previousClass: number
  previousWord: number
  nextClass: number
  nextWord: number
  /** 1 where it opens its sentence. */
  opens: number
  /** 1 where it stands right after a comma that follows another candidate. */
  apposition: number
  salience: number
  personKind: number
  entity: Entity | undefined
}

const level = (chance: number) =>
  chance < 0.03 ? 0 : chance < 0.12 ? 1 : chance < 0.3 ? 2 : chance < 0.6 ? 3 : chance < 0.85 ? 4 : 5

function maxChance(scene: Scene, layer: number, from: number, to: number, sentence: number): number {
  let best = 0
  for (let index = Math.max(0, from); index <= Math.min(to, scene.reading.tokens.count - 1); index += 1) {
    if (scene.reading.sentence[index] === sentence)
      best = Math.max(best, chanceOf(scene.chances, layer, index))
  }
  return best
}

function isApposition(scene: Scene, mention: Mention, index: number): boolean {
  const before = scene.candidates[index - 1]
  const { tokens } = scene.reading
  return (
    before !== undefined &&
    before.last + 2 === mention.first &&
    tokens.lower[mention.first - 1] === ',' &&
    tokens.block[before.last] === tokens.block[mention.first]
  )
}

/** How often the article names the candidate's person, in steps; 5 where it is nobody known. */
function salienceOf(entity: Entity | undefined): number {
  if (!entity) return 5
  const { length } = entity.mentions
  return length > 9 ? 4 : length > 4 ? 3 : length > 2 ? 2 : length > 1 ? 1 : 0
}

/** Looks at the candidate of an index once; the scene keeps the portrait. */
export function portraitOf(scene: Scene, index: number): Portrait {
  const known = scene.portraits[index]
  if (known) return known
  const mention = scene.candidates[index]!
  const { classes, people, reading } = scene
  const { sentence, tokens } = reading
  const own = sentence[mention.first]!
  const kind = mention.kind === 'name' ? 0 : mention.kind === 'pronoun' ? 1 : 2
  const entity = people.register.ofMention.get(mention)
  const follows = mention.first > 0 && sentence[mention.first - 1] === own
  const next = mention.last + 1
  const isFollowed = next < tokens.count && sentence[next] === own
  const sourceChance = maxChance(scene, 1, mention.first, mention.last, own)
  const portrait: Portrait = {
    sourceChance,
    source: level(sourceChance),
    cueAfter: level(maxChance(scene, 0, mention.last + 1, mention.last + 3, own)),
    cueBefore: level(maxChance(scene, 0, mention.first - 3, mention.first - 1, own)),
    content: level(chanceOf(scene.chances, 2, mention.first)),
    kind,
    pronoun: kind === 1 ? classes.class[mention.first]! % 100 : kind,
    headClass: classes.class[mention.head]!,
    person: (mention.flags & (Word.role | Word.group | Word.organisation | Word.title)) >>> 16,
    previousClass: follows ? classes.class[mention.first - 1]! : 1,
    previousWord: follows ? classes.word[mention.first - 1]! : 1,
    nextClass: isFollowed ? classes.class[next]! : 1,
    nextWord: isFollowed ? classes.word[next]! : 1,
    opens: follows ? 0 : 1,
    apposition: isApposition(scene, mention, index) ? 1 : 0,
    salience: salienceOf(entity),
    personKind: entity ? (entity.kind === 'person' ? (entity.gender ? 1 : 2) : 3) : 0,
    entity,
  }
  scene.portraits[index] = portrait
  return portrait
}
