import { tokenize, Vocabulary } from './tokens'

/** So many words in a row are rarely written twice by chance. */
const RUN = 4

/** What part of each of two texts stands in the other, from 0 to 1. */
export interface TextOverlap {
  readonly ofFirst: number
  readonly ofSecond: number
}

/** Hashes of all runs of words; a shorter text is one run. */
function runsOf(ids: Int32Array): Set<number> {
  const runs = new Set<number>()
  for (let first = 0; first <= Math.max(0, ids.length - RUN); first += 1) {
    let hash = 0
    for (let at = first; at < Math.min(ids.length, first + RUN); at += 1)
      hash = Math.imul(hash ^ (ids[at] as number), 0x9e3779b1) ^ (hash >>> 15)
    runs.add(hash)
  }
  return runs
}

/** Compares two texts by their runs of words, in any order and without regard to case, dashes or quotation marks; linear. */
export function measureOverlap(first: string, second: string): TextOverlap {
  const vocabulary = new Vocabulary()
  const a = runsOf(tokenize(first, vocabulary).ids)
  const b = runsOf(tokenize(second, vocabulary).ids)
  let shared = 0
  for (const run of a) if (b.has(run)) shared += 1
  return { ofFirst: shared / a.size, ofSecond: shared / b.size }
}
