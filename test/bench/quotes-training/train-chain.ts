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

/** Fits linear-chain conditional random fields, one a layer over shared features, by AdaGrad. */
export function trainChain(articles: readonly ChainArticle[], options: ChainTraining): TrainedChain {
  const trainer = new ChainTrainer(options)
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (const article of shuffled(articles, epoch + 1)) trainer.learn(article)
  }
  return trainer.finish()
}

class ChainTrainer {
  private readonly columns: number
  private readonly weights: Float32Array
  private readonly squares: Float32Array
  private readonly transitions: Float32Array
  private readonly transitionSquares: Float32Array
  private work = makeChainWork(4000)
  constructor(private readonly options: ChainTraining) {
    this.columns = options.layers * 2
    const size = (1 << options.bits) * this.columns
    this.weights = new Float32Array(size)
    this.squares = new Float32Array(size).fill(1)
    this.transitions = new Float32Array(TRANSITIONS * options.layers)
    this.transitionSquares = new Float32Array(TRANSITIONS * options.layers).fill(1)
  }

  learn(article: ChainArticle): void {
    for (let layer = 0; layer < this.options.layers; layer += 1) {
      prepareSteps(this.transitions, layer * TRANSITIONS, 1, this.work)
      for (const [first, last] of article.blocks) this.learnBlock(article, layer, first, last)
    }
  }

  private learnBlock(article: ChainArticle, layer: number, first: number, last: number): void {
    const { rows, stride, width, edges } = article
    const labels = article.labels[layer]!
    const { columns, weights } = this
    const scores = new Float64Array((last + 1) * LABELS)
    for (let index = first; index <= last; index += 1) {
      let begins = 0
      let goesOn = 0
      for (let slot = index * stride, end = slot + width; slot < end; slot += 1) {
        const at = rows[slot]! * columns + layer * 2
        begins += weights[at]!
        goesOn += weights[at + 1]!
      }
      scores[index * LABELS] = 1
      scores[index * LABELS + 1] = Math.exp(begins)
      scores[index * LABELS + 2] = Math.exp(goesOn)
    }
    marginals(scores, first, last, edges, this.work)
    this.updateTransitions(scores, article, layer, first, last)
    for (let index = first; index <= last; index += 1) {
      const i = index - first
      const begins = (labels[index] === 1 ? 1 : 0) - marginalAt(this.work, i, 1)
      const goesOn = (labels[index] === 2 ? 1 : 0) - marginalAt(this.work, i, 2)
      if (Math.abs(begins) > 0.004) this.step(rows, index * stride, width, layer * 2, begins)
      if (Math.abs(goesOn) > 0.004) this.step(rows, index * stride, width, layer * 2 + 1, goesOn)
    }
  }

  private step(rows: Int32Array, from: number, width: number, column: number, gradient: number): void {
    const { weights, squares, columns } = this
    const { rate, decay } = this.options
    const square = gradient * gradient
    for (let slot = from; slot < from + width; slot += 1) {
      const at = rows[slot]! * columns + column
      squares[at] = squares[at]! + square
      weights[at] = weights[at]! * (1 - decay) + (rate * gradient) / Math.sqrt(squares[at]!)
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

  finish(): TrainedChain {
    const { bits, layers } = this.options
    return { bits, layers, weights: this.weights, transitions: this.transitions }
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
