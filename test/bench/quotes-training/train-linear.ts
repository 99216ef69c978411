import { shuffled } from './train-chain'

/** One question with several answers, of which some are right. */
export interface Choice {
  /** Active features of each answer. */
  answers: Int32Array[]
  right: boolean[]
  weight: number
}

/** Snapshots an epoch that enter the average; the first epoch is left out. */
const SNAPSHOTS = 4

/** Learns from all items in seeded order, epoch after epoch; the result is the mean of snapshots (Polyak averaging). */
function learnAveraged<Item>(
  items: readonly Item[],
  { bits, epochs, seed }: { bits: number; epochs: number; seed: number },
  learn: (item: Item, weights: Float32Array, squares: Float32Array) => void,
): Float32Array {
  const weights = new Float32Array(1 << bits)
  const squares = new Float32Array(1 << bits).fill(1)
  const sums = new Float64Array(1 << bits)
  const every = Math.max(1, Math.ceil(items.length / SNAPSHOTS))
  let remembered = 0
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffled(items, epoch + seed).forEach((item, order) => {
      learn(item, weights, squares)
      if (epoch === 0 || ((order + 1) % every !== 0 && order + 1 !== items.length)) return
      remembered += 1
      for (let at = 0; at < weights.length; at += 1) sums[at]! += weights[at]!
    })
  }
  return remembered === 0 ? weights : Float32Array.from(sums, (sum) => sum / remembered)
}

/** Fits a linear model that gives the right answers the greatest chance (softmax over the answers), by AdaGrad. */
export const trainChoices = (
  choices: readonly Choice[],
  bits: number,
  epochs: number,
  rate: number,
): Float32Array =>
  learnAveraged(choices, { bits, epochs, seed: 11 }, (choice, weights, squares) =>
    learnChoice(choice, weights, squares, rate),
  )

function learnChoice(choice: Choice, weights: Float32Array, squares: Float32Array, rate: number): void {
  const scores = choice.answers.map((features) =>
    features.reduce((sum, feature) => sum + weights[feature]!, 0),
  )
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const all = powers.reduce((sum, power) => sum + power, 0)
  const right = powers.reduce((sum, power, index) => sum + (choice.right[index] ? power : 0), 0)
  choice.answers.forEach((features, index) => {
    const wanted = choice.right[index] ? powers[index]! / right : 0
    const gradient = (wanted - powers[index]! / all) * choice.weight
    if (Math.abs(gradient) > 0.002) step(features, gradient, weights, squares, rate)
  })
}

function step(
  features: Int32Array,
  gradient: number,
  weights: Float32Array,
  squares: Float32Array,
  rate: number,
) {
  for (const feature of features) {
    squares[feature] = squares[feature]! + gradient * gradient
    weights[feature] = weights[feature]! * 0.99999 + (rate * gradient) / Math.sqrt(squares[feature]!)
  }
}

/** A yes-or-no question. */
export interface Example {
  features: Int32Array
  yes: boolean
}

/** Fits a logistic regression by AdaGrad. */
export const trainLogistic = (
  examples: readonly Example[],
  bits: number,
  epochs: number,
  rate: number,
): Float32Array =>
  learnAveraged(examples, { bits, epochs, seed: 23 }, ({ features, yes }, weights, squares) => {
    const score = features.reduce((sum, feature) => sum + weights[feature]!, 0)
    step(features, (yes ? 1 : 0) - 1 / (1 + Math.exp(-score)), weights, squares, rate)
  })
