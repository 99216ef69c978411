/** Weights of a linear model over hashed features. */
export interface LinearWeights {
  weights: Int8Array | Float32Array
  /** What one unit of `weights` is worth. */
  scale: number
}

/** The sum of the weights of the active features. */
export function scoreFeatures(model: LinearWeights, features: readonly number[]): number {
  let sum = 0
  for (const feature of features) sum += model.weights[feature]!
  return sum * model.scale
}

export const logistic = (score: number): number => 1 / (1 + Math.exp(-score))

/** Scores turned into chances that sum to 1. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
