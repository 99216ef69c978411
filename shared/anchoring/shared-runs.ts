/** A stretch of tokens that is the same in both texts: `length` tokens from `old` and from `new`. */
export interface Run {
  readonly old: number
  readonly new: number
  readonly length: number
}

/** A stretch of the old and one of the new text, in tokens, ends exclusive. */
export interface TokenWindow {
  readonly oldStart: number
  readonly oldEnd: number
  readonly newStart: number
  readonly newEnd: number
}

function hashAt(ids: Int32Array, at: number, size: number): number {
  let hash = 0x811c9dc5
  for (let k = 0; k < size; k += 1) {
    hash = Math.imul(hash ^ (ids[at + k] as number), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash >>> 0
}

function sameGram(a: Int32Array, i: number, b: Int32Array, j: number, size: number): boolean {
  for (let k = 0; k < size; k += 1) if (a[i + k] !== b[j + k]) return false
  return true
}

/** An open-addressed table of the grams of one stretch: first place of each, and whether it comes again. */
class GramTable {
  private readonly places: Int32Array
  private readonly mask: number

  constructor(
    private readonly ids: Int32Array,
    private readonly size: number,
    from: number,
    to: number,
  ) {
    let capacity = 16
    while (capacity < (to - from) * 2) capacity *= 2
    this.places = new Int32Array(capacity)
    this.mask = capacity - 1
    for (let at = from; at + size <= to; at += 1) {
      const slot = this.slotOf(ids, at)
      const place = this.places[slot] as number
      this.places[slot] = place === 0 ? at + 1 : -Math.abs(place)
    }
  }

  private slotOf(ids: Int32Array, at: number): number {
    let slot = hashAt(ids, at, this.size) & this.mask
    for (;;) {
      const place = this.places[slot] as number
      if (place === 0 || sameGram(this.ids, Math.abs(place) - 1, ids, at, this.size)) return slot
      slot = (slot + 1) & this.mask
    }
  }

  /** Where the gram at `ids[at]` stands if it stands in this stretch exactly once, else -1. */
  onlyPlace(ids: Int32Array, at: number): number {
    const place = this.places[this.slotOf(ids, at)] as number
    return place > 0 ? place - 1 : -1
  }
}

/**
 * Runs of equal tokens around grams of `size` tokens that occur once in the old and once in the new stretch (the idea
 * of patience diff), each grown as far as the texts agree; in the order of the old text.
 */
export function findSharedRuns(a: Int32Array, b: Int32Array, window: TokenWindow, size: number): Run[] {
  const { oldStart, oldEnd, newStart, newEnd } = window
  if (oldEnd - oldStart < size || newEnd - newStart < size) return []
  const inOld = new GramTable(a, size, oldStart, oldEnd)
  const inNew = new GramTable(b, size, newStart, newEnd)
  const runs: Run[] = []
  let last: Run | undefined
  for (let i = oldStart; i + size <= oldEnd; i += 1) {
    if (inOld.onlyPlace(a, i) !== i) continue
    const j = inNew.onlyPlace(a, i)
    if (j < 0 || (last && i < last.old + last.length && j - i === last.new - last.old)) continue
    last = growRun(a, b, i, j, size, window)
    runs.push(last)
  }
  return runs.sort((one, other) => one.old - other.old)
}

function growRun(a: Int32Array, b: Int32Array, i: number, j: number, size: number, window: TokenWindow): Run {
  let before = 0
  while (
    i - before > window.oldStart &&
    j - before > window.newStart &&
    a[i - before - 1] === b[j - before - 1]
  )
    before += 1
  let length = size
  while (i + length < window.oldEnd && j + length < window.newEnd && a[i + length] === b[j + length])
    length += 1
  return { old: i - before, new: j - before, length: length + before }
}
