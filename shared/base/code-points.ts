/** Converts offsets of one text between UTF-16 code units (inside the program) and Unicode code points (in files). */
export interface OffsetMap {
  /** UTF-16 offset to code-point offset; an offset inside a surrogate pair counts as the pair's start. */
  toCodePoint(utf16: number): number
  /** Code-point offset to UTF-16 offset; past the end gives the text's length. */
  toUtf16(codePoint: number): number
}

/** Number of entries below `value` in a sorted list. */
function countBelow(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Builds the map once per text: O(length), then O(log astral characters) a look-up. */
export function offsetMap(text: string): OffsetMap {
  const pairs: number[] = []
  for (let index = 0; index < text.length - 1; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit < 0xd800 || unit > 0xdbff) continue
    const next = text.charCodeAt(index + 1)
    if (next >= 0xdc00 && next <= 0xdfff) {
      pairs.push(index)
      index += 1
    }
  }
  // The n-th pair starts, in code points, n places before its UTF-16 offset.
  const pairsInCodePoints = pairs.map((start, order) => start - order)
  return {
    toCodePoint: (utf16) => {
      const offset = Math.max(0, Math.min(utf16, text.length))
      return offset - countBelow(pairs, offset)
    },
    toUtf16: (codePoint) =>
      Math.min(text.length, Math.max(0, codePoint) + countBelow(pairsInCodePoints, codePoint)),
  }
}
