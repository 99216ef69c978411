import { describePassage, type Selector } from '@shared/anchoring/selector'
import { makeText, makeWordSource, type Word } from './generate-text'
import { below, type Random, seedRandom } from './random'
import { type Doubt, findDoubts } from './undecidable'

/** What a passage is like, and what was done to it. */
export type Shape = 'unique' | 'short' | 'repeated'
export type Fate = 'unchanged' | 'edited' | 'torn' | 'rewritten' | 'removed'

/** A passage of the old text with the place of the same passage in the new one; `truth` is undefined if it is gone. */
export interface KnownPassage {
  readonly id: string
  readonly selector: Selector
  readonly shape: Shape
  readonly fate: Fate
  readonly truth?: { readonly start: number; readonly end: number }
  /** Why both texts together do not tell where the passage went, if they do not. */
  readonly doubt?: Doubt
}

export interface Revision {
  readonly oldText: string
  readonly newText: string
  readonly passages: readonly KnownPassage[]
}

export interface RevisionOptions {
  readonly seed: number
  readonly words: number
  /** Share of words changed: three fifths replaced, one fifth deleted, one fifth followed by a new word. */
  readonly rate: number
  readonly passages: number
}

/** A paragraph of the new text, by number of the old one that it is or was copied from, before words are changed. */
export interface Block {
  readonly source: number
  readonly isCopy: boolean
  readonly words: readonly Descendant[]
}

/** A word of the new text with the old word it stems from: itself, its replacement, or none (inserted or copied). */
export interface Descendant extends Word {
  readonly origin: number
  readonly isKept: boolean
}

interface LaidOut {
  readonly text: string
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Makes an old text, edits it (words changed, blocks moved, copied and removed) and keeps the truth of every passage. */
export function makeRevision(options: RevisionOptions): Revision {
  const random = seedRandom(options.seed * 7919 + Math.round(options.rate * 1000))
  const nextWord = makeWordSource(seedRandom(options.seed + 5))
  const blocks = numberWords(makeText(random, options.words))
  const oldWords = blocks.flat()
  const old = layOut(oldWords)
  const arranged = rearrange(
    random,
    blocks.map((words, source) => ({ source, isCopy: false, words })),
  )
  const newWords = arranged.flatMap(({ words }) => editBlock(random, nextWord, options.rate, words))
  const fresh = layOut(newWords)
  const offspring = findOffspring(oldWords.length, newWords)
  const spans = choosePassages(random, oldWords, old, blocks, options.passages)
  const doubts = findDoubts({ blocks, arranged, offspring, newWords }, spans)
  const passages = spans.map((span, order) => ({
    id: `passage-${order}`,
    selector: describePassage(old.text, old.starts[span.from] as number, old.ends[span.to - 1] as number),
    shape: span.shape,
    ...fateOf(span, offspring, newWords, fresh),
    ...(doubts[order] && { doubt: doubts[order] }),
  }))
  return { oldText: old.text, newText: fresh.text, passages }
}

function numberWords(paragraphs: readonly (readonly Word[])[]): Descendant[][] {
  let origin = 0
  return paragraphs.map((paragraph) =>
    paragraph.map((word, at) => {
      const after = at === paragraph.length - 1 ? `${word.after.trim()}\n\n` : word.after
      origin += 1
      return { ...word, after, origin: origin - 1, isKept: true }
    }),
  )
}

function layOut(words: readonly Word[]): LaidOut {
  const starts = new Int32Array(words.length)
  const ends = new Int32Array(words.length)
  let length = 0
  const parts = words.map((word, at) => {
    starts[at] = length
    ends[at] = length + word.text.length
    length += word.text.length + word.after.length
    return word.text + word.after
  })
  return { text: parts.join(''), starts, ends }
}

/** Removes, moves and copies stretches of one to six paragraphs: each about 5 % of the text. */
function rearrange(random: Random, blocks: readonly Block[]): Block[] {
  const kept: Block[] = []
  const elsewhere: Block[][] = []
  for (let at = 0; at < blocks.length; ) {
    const stretch = blocks.slice(at, at + 1 + below(random, 6))
    const chance = random()
    if (chance >= 0.05) {
      if (chance < 0.1) elsewhere.push(stretch)
      else kept.push(...stretch)
      if (chance >= 0.1 && chance < 0.15) elsewhere.push(stretch.map(copyBlock))
    }
    at += stretch.length
  }
  for (const stretch of elsewhere) kept.splice(below(random, kept.length + 1), 0, ...stretch)
  return kept
}

const copyBlock = ({ source, words }: Block): Block => ({
  source,
  isCopy: true,
  words: words.map((word) => ({ ...word, origin: -1, isKept: false })),
})

function editBlock(
  random: Random,
  nextWord: () => string,
  rate: number,
  block: readonly Descendant[],
): Descendant[] {
  return block.flatMap((word) => {
    const chance = random() / rate
    if (chance >= 1) return [word]
    if (chance < 0.6) return [{ ...word, text: nextWord(), isKept: false }]
    if (chance < 0.8) return word.after.includes('\n') ? [word] : []
    return [
      { ...word, after: ' ' },
      { text: nextWord(), after: word.after, origin: -1, isKept: false },
    ]
  })
}

/** Where the descendant of every old word is in the new text, -1 for none. */
function findOffspring(oldCount: number, newWords: readonly Descendant[]): Int32Array {
  const offspring = new Int32Array(oldCount).fill(-1)
  newWords.forEach(({ origin }, at) => {
    if (origin >= 0) offspring[origin] = at
  })
  return offspring
}

export interface Span {
  readonly from: number
  readonly to: number
  readonly shape: Shape
}

function choosePassages(
  random: Random,
  words: readonly Word[],
  old: LaidOut,
  blocks: readonly Descendant[][],
  count: number,
): Span[] {
  const repeated = repeatedBlocks(blocks)
  return Array.from({ length: count }, (_, order): Span => {
    const block = order % 3 === 2 ? (repeated[below(random, repeated.length)] as Descendant[]) : undefined
    const first = block?.[0]?.origin ?? below(random, words.length - 60)
    const wanted = order % 3 === 1 ? 1 + below(random, 3) : 4 + below(random, 30)
    const offset = block ? below(random, Math.max(1, block.length - 4)) : 0
    const from = first + offset
    const to = Math.min(from + wanted, block ? first + block.length : words.length)
    const exact = old.text.slice(old.starts[from], old.ends[to - 1])
    const isUnique = old.text.indexOf(exact) === old.text.lastIndexOf(exact)
    return { from, to, shape: to - from <= 3 ? 'short' : isUnique ? 'unique' : 'repeated' }
  })
}

function repeatedBlocks(blocks: readonly Descendant[][]): Descendant[][] {
  const key = (block: readonly Descendant[]): string => block.map((word) => word.text).join(' ')
  const counts = new Map<string, number>()
  for (const block of blocks) counts.set(key(block), (counts.get(key(block)) ?? 0) + 1)
  return blocks.filter((block) => (counts.get(key(block)) ?? 0) > 1)
}

function fateOf(
  span: Span,
  offspring: Int32Array,
  newWords: readonly Descendant[],
  fresh: LaidOut,
): Pick<KnownPassage, 'fate' | 'truth'> {
  const places = Array.from(offspring.subarray(span.from, span.to)).filter((place) => place >= 0)
  if (places.length === 0) return { fate: 'removed' }
  const home = heaviestStretch(places)
  const first = home[0] as number
  const last = home.at(-1) as number
  const kept = home.filter((place) => newWords[place]?.isKept).length
  const length = span.to - span.from
  const truth = { start: fresh.starts[first] as number, end: fresh.ends[last] as number }
  if (kept === length && last - first + 1 === length) return { fate: 'unchanged', truth }
  // It reached over the edge of a block that moved, or a block was put into its middle.
  if (home.length < places.length) return { fate: 'torn', truth }
  return { fate: kept * 2 >= length ? 'edited' : 'rewritten', truth }
}

function heaviestStretch(places: readonly number[]): number[] {
  const stretches: number[][] = []
  for (const place of places) {
    const open = stretches.at(-1)
    const previous = open?.at(-1) ?? 0
    if (open && place > previous && place - previous < 40) open.push(place)
    else stretches.push([place])
  }
  return stretches.reduce((best, stretch) => (stretch.length > best.length ? stretch : best))
}
