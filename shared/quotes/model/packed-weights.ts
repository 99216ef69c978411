/**
 * Weights as printable text, one sign a weight, so that a model is a small JSON file: the signs # to ~ without
 * the backslash stand for -45..45, "!" and a sign for a run of zeros.
 */
export interface PackedWeights {
  /** What one step is worth. */
  scale: number
  length: number
  text: string
}

const FIRST = 35
const BACKSLASH = 92
const HALF = 45
const RUN = 33

const signOf = (index: number) => String.fromCharCode(FIRST + index + (FIRST + index >= BACKSLASH ? 1 : 0))
const indexOf = (code: number) => code - FIRST - (code > BACKSLASH ? 1 : 0)

/** Rounds weights to 91 levels, the few greatest clipped, and writes them as text. */
export function packWeights(weights: Float32Array): PackedWeights {
  const sizes = Float32Array.from(weights, Math.abs)
    .filter((size) => size > 0)
    .sort()
  const top = sizes[Math.floor((sizes.length - 1) * 0.9995)] ?? 1
  const scale = top / HALF
  const parts: string[] = []
  let zeros = 0
  const flush = () => {
    for (; zeros > 0; zeros -= Math.min(zeros, 91)) parts.push(`!${signOf(Math.min(zeros, 91) - 1)}`)
  }
  for (const weight of weights) {
    const step = Math.max(-HALF, Math.min(HALF, Math.round(weight / scale)))
    if (step === 0) zeros += 1
    else {
      flush()
      parts.push(signOf(step + HALF))
    }
  }
  flush()
  return { scale, length: weights.length, text: parts.join('') }
}

/** Reads what `packWeights` wrote. */
export function unpackWeights(packed: PackedWeights): { weights: Int8Array; scale: number } {
  const weights = new Int8Array(packed.length)
  const { text } = packed
  let at = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === RUN) {
      index += 1
      at += indexOf(text.charCodeAt(index)) + 1
    } else {
      weights[at] = indexOf(code) - HALF
      at += 1
    }
  }
  return { weights, scale: packed.scale }
}
