import { alignWindow } from './align-window'
import type { BlockTokens } from './block-pairs'
import type { TokenText } from './tokens'

/** A stretch of words that two texts share, or that only one of them has; UTF-16 offsets, ends exclusive. */
export interface WordDifference {
  readonly kind: 'same' | 'added' | 'removed'
  readonly old?: [start: number, end: number]
  readonly new?: [start: number, end: number]
}

/** Compares a block of the old text with one of the new text word by word, in reading order. */
export function compareWords(
  old: TokenText,
  oldBlock: BlockTokens,
  fresh: TokenText,
  newBlock: BlockTokens,
  weights: Float32Array,
): WordDifference[] {
  const map = alignBlocks(old, oldBlock, fresh, newBlock, weights)
  const found: WordDifference[] = []
  let i = oldBlock.from
  let j = newBlock.from
  while (i < oldBlock.to || j < newBlock.to) {
    const run = runLength(map, oldBlock, i, j)
    if (run > 0) found.push({ kind: 'same', old: spanOf(old, i, i + run), new: spanOf(fresh, j, j + run) })
    i += run
    j += run
    const nextOld = nextMapped(map, oldBlock, i)
    const nextNew = nextOld < oldBlock.to ? (map[nextOld - oldBlock.from] as number) : newBlock.to
    if (nextOld > i) found.push({ kind: 'removed', old: spanOf(old, i, nextOld) })
    if (nextNew > j) found.push({ kind: 'added', new: spanOf(fresh, j, nextNew) })
    i = nextOld
    j = nextNew
  }
  return found
}

function alignBlocks(
  old: TokenText,
  oldBlock: BlockTokens,
  fresh: TokenText,
  newBlock: BlockTokens,
  weights: Float32Array,
): Int32Array {
  const a = old.ids.subarray(oldBlock.from, oldBlock.to)
  const map = new Int32Array(a.length).fill(-1)
  const window = { oldStart: 0, oldEnd: a.length, newStart: newBlock.from, newEnd: newBlock.to }
  alignWindow({ a, b: fresh.ids, weights, map }, window)
  // Words that are alike only when marks and forms are overlooked are shown as changed.
  for (let k = 0; k < map.length; k += 1) {
    const target = map[k] as number
    if (target >= 0 && wordAt(old, oldBlock.from + k) !== wordAt(fresh, target)) map[k] = -1
  }
  return map
}

const wordAt = (tokens: TokenText, at: number): string => tokens.source.slice(...spanOf(tokens, at, at + 1))

function runLength(map: Int32Array, block: BlockTokens, i: number, j: number): number {
  let length = 0
  while (i + length < block.to && map[i + length - block.from] === j + length) length += 1
  return length
}

function nextMapped(map: Int32Array, block: BlockTokens, from: number): number {
  let at = from
  while (at < block.to && (map[at - block.from] as number) < 0) at += 1
  return at
}

function spanOf(tokens: TokenText, from: number, to: number): [number, number] {
  const first = tokens.starts[from] as number
  const last = (tokens.ends[to - 1] as number) - 1
  return [tokens.folded.starts[first] as number, tokens.folded.ends[last] as number]
}
