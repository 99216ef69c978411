/** A quote's wording made comparable. */
export interface Wording {
  /** Lower-case words without marks; "…" stands for an ellipsis. */
  words: string[]
  /** Hashes of the words, ellipses left out. */
  hashes: Int32Array
  hasEllipsis: boolean
}

const WORD = /\.{3}|…|\[[^\]]*\]|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index += 1)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  return hash
}

/** Words of a quote, lower case, apostrophes made straight; bracketed insertions count as words of their own. */
export function readWording(text: string): Wording {
  const words = (text.toLowerCase().match(WORD) ?? []).map((word) =>
    word === '...' ? '…' : word.replaceAll('’', "'").replace(/^\[|\]$/g, ''),
  )
  const said = words.filter((word) => word !== '…')
  return { words, hashes: Int32Array.from(said, hashWord), hasEllipsis: said.length < words.length }
}

/** Hashes of all runs of `size` words; a shorter quote is one shingle of all it has. */
export function shinglesOf(hashes: Int32Array, size: number): Int32Array {
  const count = Math.max(1, hashes.length - size + 1)
  const shingles = new Int32Array(count)
  for (let first = 0; first < count; first += 1) {
    let hash = 0
    for (let index = first; index < Math.min(hashes.length, first + size); index += 1) {
      hash = Math.imul(hash ^ hashes[index]!, 0x9e3779b1)
      hash ^= hash >>> 15
    }
    shingles[first] = hash
  }
  return shingles
}
