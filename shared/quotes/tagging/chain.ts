import { EDGES } from './token-features'

/** Labels of a layer: outside, begins, goes on. */
export const LABELS = 3
/** A layer's transition weights: previous label x label x kind of step. */
export const TRANSITIONS = LABELS * LABELS * EDGES

const transition = (edge: number, from: number, to: number) => (edge * LABELS + from) * LABELS + to

/** Room for the forward and backward pass over one block; reused. */
export interface ChainWork {
  forward: Float64Array
  backward: Float64Array
  scale: Float64Array
  steps: Float64Array
}

export const makeChainWork = (length: number): ChainWork => ({
  forward: new Float64Array(length * LABELS),
  backward: new Float64Array(length * LABELS),
  scale: new Float64Array(length),
  steps: new Float64Array(TRANSITIONS),
})

/**
 * Marginal chances of the labels of a linear-chain conditional random field (Lafferty et al. 2001) by the
 * scaled forward-backward algorithm. `scores` holds exponentiated emissions of tokens first..last, three a
 * token, and is overwritten by the marginals; `steps` are exponentiated transitions. Returns the log of the
 * normaliser.
 */
export function marginals(
  scores: Float64Array,
  first: number,
  last: number,
  edges: Uint8Array,
  work: ChainWork,
): number {
  const length = last - first + 1
  const { forward, backward, scale, steps } = work
  let logNormaliser = 0
  for (let i = 0; i < length; i += 1) {
    const at = (first + i) * LABELS
    const edge = edges[first + i]!
    let sum = 0
    for (let to = 0; to < LABELS; to += 1) {
      let reach = 0
      if (i === 0) reach = to === 2 ? 0 : steps[transition(edge, 0, to)]!
      else {
        const p = (i - 1) * LABELS
        for (let from = 0; from < LABELS; from += 1)
          reach += forward[p + from]! * steps[transition(edge, from, to)]!
      }
      const value = reach * scores[at + to]!
      forward[i * LABELS + to] = value
      sum += value
    }
    scale[i] = sum
    logNormaliser += Math.log(sum)
    for (let to = 0; to < LABELS; to += 1) forward[i * LABELS + to] = forward[i * LABELS + to]! / sum
  }
  for (let label = 0; label < LABELS; label += 1) backward[(length - 1) * LABELS + label] = 1
  for (let i = length - 2; i >= 0; i -= 1) {
    const next = (first + i + 1) * LABELS
    const edge = edges[first + i + 1]!
    for (let from = 0; from < LABELS; from += 1) {
      let sum = 0
      for (let to = 0; to < LABELS; to += 1) {
        sum += steps[transition(edge, from, to)]! * scores[next + to]! * backward[(i + 1) * LABELS + to]!
      }
      backward[i * LABELS + from] = sum / scale[i + 1]!
    }
  }
  return logNormaliser
}

/** The marginal of a label at place `i` of the block after `marginals`. */
export const marginalAt = (work: ChainWork, i: number, label: number): number =>
  work.forward[i * LABELS + label]! * work.backward[i * LABELS + label]!

/** Exponentiates a layer's transitions; "goes on" after "outside" is impossible. */
export function prepareSteps(
  weights: ArrayLike<number>,
  offset: number,
  factor: number,
  work: ChainWork,
): void {
  for (let index = 0; index < TRANSITIONS; index += 1) {
    work.steps[index] = Math.exp(weights[offset + index]! * factor)
  }
  for (let edge = 0; edge < EDGES; edge += 1) work.steps[transition(edge, 0, 2)] = 0
}
