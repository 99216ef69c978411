import { alignTokens, type TokenAlignment } from './align-tokens'
import { type BlockTokens, cutBlocks, pairBlocks } from './block-pairs'
import { compareWords, type WordDifference } from './compare-words'
import { weighTokens } from './token-weights'
import { type TokenText, tokenize, Vocabulary } from './tokens'

export type { WordDifference } from './compare-words'

/** UTF-16 offsets, end exclusive. */
export type Span = [start: number, end: number]

/**
 * A row of a comparison: a block (a line of the canonical text) of the old version, of the new one, or both.
 * `changed` and `moved` rows carry the words that differ; a moved row stands where the block is now.
 */
export interface VersionDifference {
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'moved'
  readonly old?: Span
  readonly new?: Span
  readonly words?: readonly WordDifference[]
}

/** Two versions and their blocks. */
interface Versions {
  readonly old: TokenText
  readonly fresh: TokenText
  readonly weights: Float32Array
}

/**
 * Compares two versions block by block and word by word, for showing side by side: rows in the order of the new
 * version, removed blocks where they were. Differences in white space alone do not count.
 */
export function compareVersions(oldText: string, newText: string): VersionDifference[] {
  const vocabulary = new Vocabulary()
  const old = tokenize(oldText, vocabulary)
  const fresh = tokenize(newText, vocabulary)
  const weights = weighTokens(vocabulary, [old, fresh])
  const map = mapForShow(alignTokens(old, fresh, weights))
  const oldBlocks = cutBlocks(old)
  const newBlocks = cutBlocks(fresh)
  const partners = pairBlocks(old, fresh, weights, map, oldBlocks, newBlocks)
  return layRows({ old, fresh, weights }, oldBlocks, newBlocks, partners)
}

/** Which of several equal lines was taken out makes no difference to a reader, so those in doubt are paired by order. */
function mapForShow({ map, inverse, contested, ordered }: TokenAlignment): Int32Array {
  return map.map((j, i) => {
    const own = ordered[i] as number
    return contested[i] === 1 && j < 0 && own >= 0 && (inverse[own] as number) < 0 ? own : j
  })
}

function layRows(
  versions: Versions,
  oldBlocks: readonly BlockTokens[],
  newBlocks: readonly BlockTokens[],
  partners: ReadonlyMap<number, number>,
): VersionDifference[] {
  const inOrder = longestOrder([...partners].sort(([p], [q]) => p - q))
  const moved = new Set([...partners.values()].filter((old) => !inOrder.has(old)))
  const paired = new Set(partners.values())
  const rows: VersionDifference[] = []
  let shown = 0
  const showRemovedUpTo = (limit: number): void => {
    for (; shown < limit; shown += 1) {
      if (!paired.has(shown)) rows.push({ kind: 'removed', old: spanOf(oldBlocks[shown]) })
    }
  }
  newBlocks.forEach((block, order) => {
    const partner = partners.get(order)
    if (partner === undefined) {
      rows.push({ kind: 'added', new: spanOf(block) })
      return
    }
    if (!moved.has(partner)) showRemovedUpTo(partner)
    rows.push(pairRow(versions, oldBlocks[partner] as BlockTokens, block, moved.has(partner)))
  })
  showRemovedUpTo(oldBlocks.length)
  return rows
}

const spanOf = (block: BlockTokens | undefined): Span => [block?.start ?? 0, block?.end ?? 0]

function pairRow(
  versions: Versions,
  old: BlockTokens,
  fresh: BlockTokens,
  isMoved: boolean,
): VersionDifference {
  const row = { old: spanOf(old), new: spanOf(fresh) }
  const isSame = versions.old.source.slice(...row.old) === versions.fresh.source.slice(...row.new)
  const words = isSame ? [] : compareWords(versions.old, old, versions.fresh, fresh, versions.weights)
  const differs = words.some(({ kind }) => kind !== 'same')
  if (isMoved) return differs ? { kind: 'moved', ...row, words } : { kind: 'moved', ...row }
  return differs ? { kind: 'changed', ...row, words } : { kind: 'same', ...row }
}

/** Of pairs sorted by new block: the old blocks of a longest chain that keeps its order (patience sorting). */
function longestOrder(pairs: readonly (readonly [number, number])[]): Set<number> {
  const tops: number[] = []
  const previous: number[] = []
  pairs.forEach(([, old], index) => {
    let pile = 0
    for (let high = tops.length; pile < high; ) {
      const middle = (pile + high) >> 1
      if ((pairs[tops[middle] as number]?.[1] as number) < old) pile = middle + 1
      else high = middle
    }
    previous[index] = pile > 0 ? (tops[pile - 1] as number) : -1
    tops[pile] = index
  })
  const chain = new Set<number>()
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at] as number) chain.add(pairs[at]?.[1] as number)
  return chain
}
