import {
  LABELS,
  makeChainWork,
  marginalAt,
  marginals,
  prepareSteps,
  TRANSITIONS,
} from '@shared/quotes/tagging/chain'

/** An article ready for training: feature rows (`stride` apart, the first `width` used), kinds of steps, block bounds, labels. */
export interface ChainArticle {
  rows: Int32Array
  stride: number
  width: number
  edges: Uint8Array
  blocks: [first: number, last: number][]
  labels: Uint8Array[]
}

/** A trained chain: two columns (begins, goes on) a layer for each row, then the transitions. */
export interface TrainedChain {
  bits: number
  layers: number
  weights: Float32Array
  transitions: Float32Array
}

export interface ChainTraining {
  bits: number
  layers: number
  epochs: number
  rate: number
  /** Shrinks each touched weight a little at each update. */
  decay: number
}

/** A seeded shuffle, so that training repeats exactly. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const list = [...items]
  let state = seed | 1
  for (let index = list.length - 1; index > 0; index -= 1) {
    state = Math.imul(state, 1664525) + 1013904223
    const other = (state >>> 8) % (index + 1)
    const kept = list[index]!
    list[index] = list[other]!
    list[other] = kept
  }
  return list
}

/** Averaging starts after this share of the epochs, so that the first rough weights do not count. */
const AVERAGED_FROM = 0.5
/** Snapshots an epoch that the average is made of. */
const SNAPSHOTS = 4

/**
 * Fits linear-chain conditional random fields, one a layer over shared features, by AdaGrad (Duchi et al. 2011);
 * the result is the mean of snapshots from the later epochs (Polyak averaging), which forgets the order of learning.
 */
export function trainChain(articles: readonly ChainArticle[], options: ChainTraining): TrainedChain {
  const trainer = new ChainTrainer(options)
  const every = Math.ceil(articles.length / SNAPSHOTS)
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffled(articles, epoch + 1).forEach((article, order) => {
      trainer.learn(article)
      const snapshot = (order + 1) % every === 0 || order + 1 === articles.length
      if (snapshot && epoch >= options.epochs * AVERAGED_FROM) trainer.remember()
    })
  }
  return trainer.finish()
}

/** A gradient smaller than this is not worth a visit to memory. */
const LEAST_GRADIENT = 0.004

class ChainTrainer {
  private readonly columns: number
  private readonly weights: Float32Array
  private readonly squares: Float32Array
  private readonly transitions: Float32Array
  private readonly transitionSquares: Float32Array
  private readonly weightSums: Float64Array
  private readonly transitionSums: Float64Array
  private remembered = 0
  private work = makeChainWork(4000)
  constructor(private readonly options: ChainTraining) {
    this.columns = options.layers * 2
    const size = (1 << options.bits) * this.columns
    this.weights = new Float32Array(size)
    this.squares = new Float32Array(size).fill(1)
    this.weightSums = new Float64Array(size)
    this.transitions = new Float32Array(TRANSITIONS * options.layers)
    this.transitionSquares = new Float32Array(TRANSITIONS * options.layers).fill(1)
    this.transitionSums = new Float64Array(TRANSITIONS * options.layers)
  }

  learn(article: ChainArticle): void {
    for (const [first, last] of article.blocks) this.learnBlock(article, first, last)
  }

  private learnBlock(article: ChainArticle, first: number, last: number): void {
    const { columns } = this
    const sums = this.sumEmissions(article, first, last)
    const gradients = new Float64Array(sums.length)
    const scores = new Float64Array((last + 1) * LABELS)
    for (let layer = 0; layer < this.options.layers; layer += 1) {
      const labels = article.labels[layer]!
      prepareSteps(this.transitions, layer * TRANSITIONS, 1, this.work)
      for (let index = first; index <= last; index += 1) {
        const at = (index - first) * columns + layer * 2
        scores[index * LABELS] = 1
        scores[index * LABELS + 1] = Math.exp(sums[at]!)
        scores[index * LABELS + 2] = Math.exp(sums[at + 1]!)
      }
      marginals(scores, first, last, article.edges, this.work)
      this.updateTransitions(scores, article, layer, first, last)
      for (let index = first; index <= last; index += 1) {
        const at = (index - first) * columns + layer * 2
        gradients[at] = (labels[index] === 1 ? 1 : 0) - marginalAt(this.work, index - first, 1)
        gradients[at + 1] = (labels[index] === 2 ? 1 : 0) - marginalAt(this.work, index - first, 2)
      }
    }
    this.step(article, first, last, gradients)
  }

  private sumEmissions({ rows, stride, width }: ChainArticle, first: number, last: number): Float64Array {
    const { columns, weights } = this
    const sums = new Float64Array((last - first + 1) * columns)
    for (let index = first; index <= last; index += 1) {
      const base = (index - first) * columns
      for (let slot = index * stride, end = slot + width; slot < end; slot += 1) {
        const at = rows[slot]! * columns
        for (let column = 0; column < columns; column += 1) sums[base + column]! += weights[at + column]!
      }
    }
    return sums
  }

  private step(
    { rows, stride, width }: ChainArticle,
    first: number,
    last: number,
    gradients: Float64Array,
  ): void {
    const { weights, squares, columns } = this
    const { rate, decay } = this.options
    for (let index = first; index <= last; index += 1) {
      for (let column = 0; column < columns; column += 1) {
        const gradient = gradients[(index - first) * columns + column]!
        if (Math.abs(gradient) < LEAST_GRADIENT) continue
        const square = gradient * gradient
        for (let slot = index * stride, end = slot + width; slot < end; slot += 1) {
          const at = rows[slot]! * columns + column
          squares[at] = squares[at]! + square
          weights[at] = weights[at]! * (1 - decay) + (rate * gradient) / Math.sqrt(squares[at]!)
        }
      }
    }
  }

  private updateTransitions(
    scores: Float64Array,
    article: ChainArticle,
    layer: number,
    first: number,
    last: number,
  ): void {
    const { forward, backward, scale, steps } = this.work
    const labels = article.labels[layer]!
    const gradient = new Float64Array(TRANSITIONS)
    for (let index = first + 1; index <= last; index += 1) {
      const i = index - first
      const edge = article.edges[index]!
      gradient[(edge * LABELS + labels[index - 1]!) * LABELS + labels[index]!]! += 1
      for (let from = 0; from < LABELS; from += 1) {
        for (let to = 0; to < LABELS; to += 1) {
          const at = (edge * LABELS + from) * LABELS + to
          const chance =
            (forward[(i - 1) * LABELS + from]! *
              steps[at]! *
              scores[index * LABELS + to]! *
              backward[i * LABELS + to]!) /
            scale[i]!
          gradient[at]! -= chance
        }
      }
    }
    const offset = layer * TRANSITIONS
    for (let at = 0; at < TRANSITIONS; at += 1) {
      const g = gradient[at]!
      if (g === 0) continue
      this.transitionSquares[offset + at]! += g * g
      this.transitions[offset + at]! +=
        (this.options.rate * g) / Math.sqrt(this.transitionSquares[offset + at]!)
    }
    prepareSteps(this.transitions, offset, 1, this.work)
  }

  /** Adds the weights of this moment to the average. */
  remember(): void {
    this.remembered += 1
    for (let at = 0; at < this.weights.length; at += 1) this.weightSums[at]! += this.weights[at]!
    for (let at = 0; at < this.transitions.length; at += 1) this.transitionSums[at]! += this.transitions[at]!
  }

  finish(): TrainedChain {
    const { bits, layers } = this.options
    const mean = (sums: Float64Array) => Float32Array.from(sums, (sum) => sum / this.remembered)
    return { bits, layers, weights: mean(this.weightSums), transitions: mean(this.transitionSums) }
  }
}

/** Chances of "begins" and "goes on" per layer and token: [layer][token * 2 + (0 | 1)]. */
export function runChain(
  chain: TrainedChain,
  article: Pick<ChainArticle, 'rows' | 'stride' | 'width' | 'edges' | 'blocks'>,
): Float32Array[] {
  const columns = chain.layers * 2
  const count = article.edges.length
  const work = makeChainWork(count + 1)
  const result: Float32Array[] = []
  for (let layer = 0; layer < chain.layers; layer += 1) {
    const scores = new Float64Array(count * LABELS)
    const chances = new Float32Array(count * 2)
    for (let index = 0; index < count; index += 1) {
      let begins = 0
      let goesOn = 0
      for (let slot = index * article.stride, end = slot + article.width; slot < end; slot += 1) {
        const at = article.rows[slot]! * columns + layer * 2
        begins += chain.weights[at]!
        goesOn += chain.weights[at + 1]!
      }
      scores[index * LABELS] = 1
      scores[index * LABELS + 1] = Math.exp(begins)
      scores[index * LABELS + 2] = Math.exp(goesOn)
    }
    prepareSteps(chain.transitions, layer * TRANSITIONS, 1, work)
    for (const [first, last] of article.blocks) {
      marginals(scores, first, last, article.edges, work)
      for (let i = 0; i <= last - first; i += 1) {
        chances[(first + i) * 2] = marginalAt(work, i, 1)
        chances[(first + i) * 2 + 1] = marginalAt(work, i, 2)
      }
    }
    result.push(chances)
  }
  return result
}
