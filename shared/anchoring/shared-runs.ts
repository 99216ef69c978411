/** A stretch of tokens that is the same in both texts: `length` tokens from `old` and from `new`. */
export interface Run {
  readonly old: number
  readonly new: number
  readonly length: number
  /** It holds words that stand once in either text, so it is not about a copy. */
  readonly isUnique: boolean
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

/** An open-addressed table of the grams of one stretch, each with its places in order. */
class GramTable {
  private readonly first: Int32Array
  private readonly last: Int32Array
  private readonly counts: Int32Array
  private readonly next: Int32Array
  private readonly mask: number

  constructor(
    private readonly ids: Int32Array,
    private readonly size: number,
    private readonly from: number,
    to: number,
  ) {
    let capacity = 16
    while (capacity < (to - from) * 2) capacity *= 2
    this.mask = capacity - 1
    this.first = new Int32Array(capacity).fill(-1)
    this.last = new Int32Array(capacity)
    this.counts = new Int32Array(capacity)
    this.next = new Int32Array(to - from).fill(-1)
    for (let at = from; at + size <= to; at += 1) this.add(at)
  }

  private add(at: number): void {
    const slot = this.slotOf(this.ids, at)
    if ((this.first[slot] as number) < 0) this.first[slot] = at
    else this.next[(this.last[slot] as number) - this.from] = at
    this.last[slot] = at
    this.counts[slot] = (this.counts[slot] as number) + 1
  }

  private slotOf(ids: Int32Array, at: number): number {
    let slot = hashAt(ids, at, this.size) & this.mask
    for (;;) {
      const place = this.first[slot] as number
      if (place < 0 || sameGram(this.ids, place, ids, at, this.size)) return slot
      slot = (slot + 1) & this.mask
    }
  }

  /** How often the gram at `ids[at]` stands in this stretch. */
  count(ids: Int32Array, at: number): number {
    return this.counts[this.slotOf(ids, at)] as number
  }

  /** The first place of the gram at `ids[at]`, -1 for none. */
  firstPlace(ids: Int32Array, at: number): number {
    return this.first[this.slotOf(ids, at)] as number
  }

  /** The next place of the same gram, -1 for none. */
  placeAfter(place: number): number {
    return this.next[place - this.from] as number
  }
}

/**
 * Runs of equal tokens around grams of `size` tokens that occur at most `copies` times in either stretch (with 1 the
 * idea of patience diff), each grown as far as the texts agree; in the order of the old text.
 */
export function findSharedRuns(
  a: Int32Array,
  b: Int32Array,
  window: TokenWindow,
  size: number,
  copies = 1,
): Run[] {
  const { oldStart, oldEnd, newStart, newEnd } = window
  if (oldEnd - oldStart < size || newEnd - newStart < size) return []
  const inOld = new GramTable(a, size, oldStart, oldEnd)
  const inNew = new GramTable(b, size, newStart, newEnd)
  const runs: Run[] = []
  // Per diagonal (new place less old place): where the last run on it ends in the old text, and whether it was unique.
  const diagonals = oldEnd - oldStart + newEnd - newStart
  const covered = new Int32Array(diagonals)
  const known = new Uint8Array(diagonals)
  const origin = oldEnd - newStart
  for (let i = oldStart; i + size <= oldEnd; i += 1) {
    const inNewText = inNew.count(a, i)
    if (inNewText === 0 || inNewText > copies) continue
    const inOldText = inOld.count(a, i)
    if (inOldText > copies) continue
    const isUnique = inNewText === 1 && inOldText === 1
    for (let j = inNew.firstPlace(a, i); j >= 0; j = inNew.placeAfter(j)) {
      const diagonal = j - i + origin
      if (i < (covered[diagonal] as number) && (!isUnique || known[diagonal] === 1)) continue
      const run = growRun(a, b, i, j, size, window)
      covered[diagonal] = run.old + run.length
      known[diagonal] = isUnique ? 1 : 0
      runs.push({ ...run, isUnique })
    }
  }
  return runs.sort((one, other) => one.old - other.old)
}

function growRun(
  a: Int32Array,
  b: Int32Array,
  i: number,
  j: number,
  size: number,
  window: TokenWindow,
): Omit<Run, 'isUnique'> {
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
