import type { Tokens } from '../reading/tokens'
import { LABELS, makeChainWork, marginalAt, marginals, prepareSteps, TRANSITIONS } from './chain'

/** Weights of chains that share one feature table: two columns (begins, goes on) a layer for each row. */
export interface ChainWeights {
  layers: number
  weights: Int8Array | Float32Array
  /** What one unit of `weights` is worth. */
  scale: number
  /** Transition weights of each layer, one after the other. */
  transitions: Float32Array
}

/** Feature rows: `stride` numbers a token, of which the first `width` count. */
export interface FeatureRows {
  rows: Int32Array
  stride: number
  width: number
  edges: Uint8Array
  blocks: readonly [first: number, last: number][]
}

/** First and last token of each block. */
export function tokensOfBlocks(tokens: Tokens): [first: number, last: number][] {
  const ranges: [number, number][] = []
  for (let index = 0; index < tokens.count; index += 1) {
    if (index === 0 || tokens.block[index] !== tokens.block[index - 1]) ranges.push([index, index])
    ranges[ranges.length - 1]![1] = index
  }
  return ranges
}

/** Sums the weights of all active rows, all layers at once: one visit to memory a row. */
function sumEmissions(chain: ChainWeights, features: FeatureRows): Float64Array {
  const { weights, scale } = chain
  const { rows, stride, width } = features
  const columns = chain.layers * 2
  const count = features.edges.length
  const sums = new Float64Array(count * columns)
  for (let index = 0; index < count; index += 1) {
    const base = index * columns
    for (let slot = index * stride, end = slot + width; slot < end; slot += 1) {
      const at = rows[slot]! * columns
      for (let column = 0; column < columns; column += 1) sums[base + column]! += weights[at + column]!
    }
    for (let column = 0; column < columns; column += 1)
      sums[base + column] = Math.exp(sums[base + column]! * scale)
  }
  return sums
}

/** Chances of "begins" and "goes on" per layer and token: [layer][token * 2 + (0 | 1)]. */
export function runChain(chain: ChainWeights, features: FeatureRows): Float32Array[] {
  const columns = chain.layers * 2
  const count = features.edges.length
  const sums = sumEmissions(chain, features)
  const work = makeChainWork(count + 1)
  const scores = new Float64Array(count * LABELS)
  const result: Float32Array[] = []
  for (let layer = 0; layer < chain.layers; layer += 1) {
    const chances = new Float32Array(count * 2)
    for (let index = 0; index < count; index += 1) {
      scores[index * LABELS] = 1
      scores[index * LABELS + 1] = sums[index * columns + layer * 2]!
      scores[index * LABELS + 2] = sums[index * columns + layer * 2 + 1]!
    }
    prepareSteps(chain.transitions, layer * TRANSITIONS, 1, work)
    for (const [first, last] of features.blocks) {
      marginals(scores, first, last, features.edges, work)
      for (let i = 0; i <= last - first; i += 1) {
        chances[(first + i) * 2] = marginalAt(work, i, 1)
        chances[(first + i) * 2 + 1] = marginalAt(work, i, 2)
      }
    }
    result.push(chances)
  }
  return result
}
