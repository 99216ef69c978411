import { Word } from '../languages/lexicon'
import type { Mention } from '../people/mention'
import type { People } from '../people/people'
import type { Reading } from '../reading/read-article'
import { type Chances, chanceOf } from '../tagging/second-pass'
import { mix, type WordClasses } from '../tagging/word-classes'
import { type Portrait, portraitOf } from './portrait'
import type { Target } from './target'

/** What the features of all candidates of an article look at. */
export interface Scene {
  reading: Reading
  people: People
  chances: Chances
  classes: WordClasses
  candidates: readonly Mention[]
  /** What was seen of each candidate; filled on demand. */
  portraits: Portrait[]
}

/** A candidate with where it stands among the others. */
export interface Entrant {
  mention: Mention
  /** Index into the scene's candidates. */
  index: number
}

/** Size of the ranker's weight table. */
export const RANKER_BITS = 16

const bucket = (n: number) =>
  n <= 3 ? n : n <= 5 ? 4 : n <= 8 ? 5 : n <= 13 ? 6 : n <= 22 ? 7 : n <= 40 ? 8 : 9
const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value))

/** Index of the first candidate in or after a block and a token. */
function firstFrom({ candidates, reading }: Scene, block: number, token: number): number {
  let low = 0
  let high = candidates.length
  while (low < high) {
    const middle = (low + high) >> 1
    const { first } = candidates[middle]!
    if (first < token || reading.tokens.block[first]! < block) low = middle + 1
    else high = middle
  }
  return low
}

/** Tokens before and after a target within which its speaker is sought, however long the paragraph. */
const REACH_BACK = 600
const REACH_AHEAD = 300

/** Tokens around a target among which its speaker is sought: its block, those before and the one after. */
export function entrantsOf(scene: Scene, target: Target): Entrant[] {
  const { block } = scene.reading.tokens
  const own = block[target.first]!
  const ownEnd = block[target.last]!
  const entrants: Entrant[] = []
  const { candidates } = scene
  for (
    let index = firstFrom(scene, own - 2, target.first - REACH_BACK);
    index < candidates.length;
    index += 1
  ) {
    const mention = candidates[index]!
    const at = block[mention.first]!
    if (at > ownEnd + 1 || mention.first > target.last + REACH_AHEAD) break
    if (at === own - 2 && target.first - mention.last > 120) continue
    if (at > ownEnd && mention.first - target.last > 40) continue
    if (mention.first >= target.first && mention.last <= target.last && target.quote >= 0) continue
    entrants.push({ mention, index })
  }
  return entrants
}

interface Cue {
  token: number
  /** Tokens between the cue and the target. */
  distance: number
}

/** Nearest likely cue before and after the target within its unit (or the end of the one before). */
function cuesAround(scene: Scene, target: Target): { before: Cue | null; after: Cue | null } {
  const { unit, quoteOf, tokens } = scene.reading
  const seek = (from: number, step: number, stop: number): Cue | null => {
    for (
      let index = from, distance = 0;
      index >= 0 && index < tokens.count && distance < stop;
      index += step, distance += 1
    ) {
      const units = Math.abs(unit[index]! - unit[step < 0 ? target.first : target.last]!)
      if (units > 1) return null
      if (target.quote >= 0 && quoteOf[index]! >= 0 && quoteOf[index] === target.quote) continue
      if (chanceOf(scene.chances, 0, index) > 0.35) return { token: index, distance: distance + units * 3 }
    }
    return null
  }
  return { before: seek(target.first - 1, -1, 40), after: seek(target.last + 1, 1, 25) }
}

/** All that is the same for every candidate of one target. */
export interface TargetView {
  target: Target
  entrants: Entrant[]
  before: Cue | null
  after: Cue | null
  /** The likelier cue: nearer to the target. */
  cue: number
  traits: number
  shape: number
  /** What the previous target's speaker was, or null. */
  previous: { mention: Mention; target: Target } | null
  rankBefore: Map<Mention, number>
  rankAfter: Map<Mention, number>
  /** Place of each entrant among all by its chance of being a source, 0 for the likeliest. */
  sourceRank: Map<Mention, number>
  /** The likely cue nearest to the target names its neighbours: candidates right before and right after it. */
  beforeCue: Mention | null
  afterCue: Mention | null
}

/** Looks at a target once for all its candidates. */
export function viewTarget(scene: Scene, target: Target, previous: TargetView['previous']): TargetView {
  const { reading } = scene
  const { tokens, unit, quoted } = reading
  const entrants = entrantsOf(scene, target)
  const { before, after } = cuesAround(scene, target)
  const cue = before && (!after || before.distance < after.distance) ? before.token : (after?.token ?? -1)
  const opensUnit = target.first === 0 || unit[target.first - 1] !== unit[target.first]
  const closesUnit = target.last + 1 >= tokens.count || unit[target.last + 1] !== unit[target.last]
  const opensBlock = target.first === 0 || tokens.block[target.first - 1] !== tokens.block[target.first]
  const closesBlock =
    target.last + 1 >= tokens.count || tokens.block[target.last + 1] !== tokens.block[target.last]
  const traits =
    (target.quote >= 0 ? 1 : 0) +
    (opensUnit ? 2 : 0) +
    (closesUnit ? 4 : 0) +
    (opensBlock ? 8 : 0) +
    (closesBlock ? 16 : 0)
  const quote = target.quote >= 0 ? quoted[target.quote]! : null
  const endMark = tokens.lower[Math.max(target.first, target.last - 1)]!
  const shape =
    bucket(target.last - target.first) * 8 +
    (quote?.continues ? 4 : 0) +
    (tokens.capital[Math.min(target.first + 1, target.last)]! ? 2 : 0) +
    (/^[.,!?]$/.test(endMark) ? 1 : 0)
  const rankBefore = new Map<Mention, number>()
  const rankAfter = new Map<Mention, number>()
  entrants
    .filter(({ mention }) => mention.last < target.first)
    .reverse()
    .forEach(({ mention }, rank) => {
      rankBefore.set(mention, rank)
    })
  entrants
    .filter(({ mention }) => mention.first > target.last)
    .forEach(({ mention }, rank) => {
      rankAfter.set(mention, rank)
    })
  const outside = entrants.filter(({ mention }) => !isInsideQuote(reading, mention))
  return {
    target,
    entrants,
    before,
    after,
    cue,
    traits,
    shape,
    previous,
    rankBefore,
    rankAfter,
    sourceRank: rankSources(scene, entrants),
    beforeCue: cue < 0 ? null : (outside.findLast(({ mention }) => mention.last < cue)?.mention ?? null),
    afterCue: cue < 0 ? null : (outside.find(({ mention }) => mention.first > cue)?.mention ?? null),
  }
}

const isInsideQuote = ({ quoteOf }: Reading, mention: Mention) => quoteOf[mention.first]! >= 0

function rankSources(scene: Scene, entrants: readonly Entrant[]): Map<Mention, number> {
  const chances = entrants.map(({ mention, index }) => ({
    mention,
    chance: portraitOf(scene, index).sourceChance,
  }))
  chances.sort((a, b) => b.chance - a.chance)
  return new Map(chances.map(({ mention }, rank) => [mention, Math.min(rank, 4)]))
}

/** Commas and reporting words between two tokens of one sentence, as a small number; 15 across sentences. */
function barrierBetween({ tokens, sentence }: Reading, a: number, b: number): number {
  const [from, to] = a < b ? [a, b] : [b, a]
  if (sentence[from] !== sentence[to]) return 15
  let commas = 0
  let verbs = 0
  for (let index = from + 1; index < to; index += 1) {
    if (tokens.lower[index] === ',') commas += 1
    else if (tokens.flags[index]! & (Word.auxiliary | Word.speech | Word.relative)) verbs += 1
  }
  return Math.min(commas, 2) * 3 + Math.min(verbs, 2)
}

/** Order of candidate (S), cue (C) and target (T), with the nearness of cue and candidate. */
function orderOf(view: TargetView, mention: Mention, cue: number): number {
  if (cue < 0) return mention.last < view.target.first ? 1 : 2
  const places = [
    mention.first < view.target.first ? 1 : 0,
    mention.first < cue ? 1 : 0,
    cue < view.target.first ? 1 : 0,
  ]
  const gap = mention.first > cue ? mention.first - cue - 1 : cue - mention.last - 1
  return 10 + ((places[0]! * 2 + places[1]!) * 2 + places[2]!) * 10 + bucket(Math.max(0, gap))
}

/** Hashed features of one candidate for one target; the count varies. */
export function candidateFeatures(scene: Scene, view: TargetView, entrant: Entrant, into: number[]): void {
  into.length = 0
  const mask = (1 << RANKER_BITS) - 1
  const { reading, classes } = scene
  const { tokens, unit, quoteOf } = reading
  const { target, traits, shape, cue } = view
  const { mention } = entrant
  const {
    source,
    cueAfter,
    cueBefore,
    content,
    kind,
    pronoun,
    headClass,
    person,
    previousClass,
    previousWord,
    nextClass,
    nextWord,
    opens,
    apposition,
    salience,
    personKind,
    entity,
  } = portraitOf(scene, entrant.index)
  const quoted = traits & 1
  const put = (template: number, a: number, b = 0, c = 0) => {
    into.push((mix(mix(mix(template * 0x2c1b3c6d, a), b), c) >>> 7) & mask)
  }
  const beforeTarget = mention.last < target.first
  const inside = !beforeTarget && mention.first <= target.last
  const side = beforeTarget ? 0 : inside ? 1 : 2
  const gap = beforeTarget ? target.first - mention.last - 1 : inside ? 0 : mention.first - target.last - 1
  const blocks = clamp(
    tokens.block[mention.first]! - tokens.block[beforeTarget ? target.first : target.last]!,
    -2,
    1,
  )
  const units = clamp(unit[mention.first]! - unit[beforeTarget ? target.first : target.last]!, -4, 2)
  const place = (side * 5 + blocks + 2) * 8 + units + 4
  const rank = clamp(view.rankBefore.get(mention) ?? view.rankAfter.get(mention) ?? 9, 0, 9)
  const order = orderOf(view, mention, cue)
  const cueWord = cue < 0 ? 0 : classes.word[cue]!
  const inQuote = quoteOf[mention.first]! >= 0 ? (quoteOf[mention.first] === target.quote ? 2 : 1) : 0
  const crossed = countCrossed(reading, mention, target)
  const last = view.previous
  const sameMention = last && last.mention === mention ? 1 : 0
  const samePerson = last && entity && scene.people.register.ofMention.get(last.mention) === entity ? 1 : 0
  const sinceLast = last
    ? clamp(unit[target.first]! - unit[last.target.last]!, 0, 4) * 2 +
      (tokens.block[target.first] === tokens.block[last.target.last] ? 1 : 0)
    : 11
  put(1, place, quoted)
  put(2, place, rank, quoted)
  put(3, side, bucket(gap), quoted)
  put(4, source, quoted, inQuote)
  put(5, source, place)
  put(6, cueAfter, cueBefore, source)
  put(7, order, quoted)
  put(8, order, source)
  put(9, order, cueWord)
  put(10, order, traits)
  put(11, pronoun, place)
  put(12, kind, headClass, person)
  put(13, previousClass, source)
  put(14, previousWord)
  put(15, nextClass, source)
  put(16, nextWord, source)
  put(17, inQuote, crossed, quoted)
  put(18, opens, place)
  put(19, sameMention, sinceLast, quoted)
  put(20, samePerson, sinceLast, quoted)
  put(21, sameMention * 2 + samePerson, traits, sinceLast)
  put(22, content, inQuote, place)
  put(23, traits, place)
  put(24, shape, side, units + 4)
  put(25, cueAfter, cueBefore, place)
  put(26, crossed, side, rank)
  put(27, order, pronoun)
  put(28, order, person, kind)
  put(29, nextClass, previousClass, side)
  put(30, source, rank, side)
  put(31, nextWord, side, cueAfter)
  put(32, cueWord, side)
  put(33, traits, order, source)
  put(34, bucket(gap), order)
  put(35, source, crossed, sameMention)
  put(36, view.entrants.length > 1 ? 1 : 0, source)
  put(37, classes.word[mention.head]!, source)
  put(38, headClass, order)
  put(39, previousClass, nextClass, order)
  put(40, wordBeside(scene, target, -1), place)
  put(41, wordBeside(scene, target, 1), place)
  const sourceRank = view.sourceRank.get(mention) ?? 4
  const byCue = cue < 0 ? 3 : mention === view.beforeCue ? 1 : mention === view.afterCue ? 2 : 0
  const barrier = cue < 0 ? 14 : barrierBetween(reading, mention.head, cue)
  put(42, sourceRank, source, quoted)
  put(43, sourceRank, order)
  put(44, byCue, barrier, quoted)
  put(45, byCue, cueWord)
  put(46, byCue, nextClass, previousClass)
  put(47, apposition, source, byCue)
  put(48, apposition, kind, side)
  put(49, salience, kind, place)
  put(50, personKind, side, source)
  put(51, barrier, order)
  put(52, sourceRank, sameMention * 2 + samePerson, traits)
  put(53, pronoun, sourceRank, byCue)
}

/** The word right outside the target. */
function wordBeside(scene: Scene, target: Target, step: -1 | 1): number {
  const { tokens } = scene.reading
  const index = step < 0 ? target.first - 1 : target.last + 1
  const inside = step < 0 ? target.first : target.last
  if (index < 0 || index >= tokens.count || tokens.block[index] !== tokens.block[inside]) return 1
  return scene.classes.class[index]!
}

/** How many other quotations lie between candidate and target, at most two. */
function countCrossed(reading: Reading, mention: Mention, target: Target): number {
  const from = mention.last < target.first ? mention.last + 1 : target.last + 1
  const to = mention.last < target.first ? target.first - 1 : mention.first - 1
  let crossed = 0
  let current = -1
  for (let index = from; index <= to && crossed < 2; index += 1) {
    const quote = reading.quoteOf[index]!
    if (quote >= 0 && quote !== current && quote !== target.quote) crossed += 1
    current = quote
  }
  return crossed
}
