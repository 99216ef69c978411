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

/**
 * The grams of the old stretch, with how often and where each stands in the new one. A gram is known by its first place
 * in the old stretch, so that texts that go side by side are read side by side in memory, too.
 */
class GramTable {
  private readonly mask: number
  /** Open-addressed: first old places by the hash of their gram, -1 for empty slots. */
  private readonly slots: Int32Array
  /** By old place: the first place of the same gram. */
  private readonly heads: Int32Array
  /** By first old place: times in the old and in the new stretch, the first place in the new one or -1. */
  private readonly oldCounts: Int32Array
  private readonly newCounts: Int32Array
  private readonly firsts: Int32Array
  /** By new place: the next place of the same gram, -1 for none. */
  private readonly next: Int32Array

  constructor(
    private readonly a: Int32Array,
    private readonly b: Int32Array,
    private readonly window: TokenWindow,
    private readonly size: number,
  ) {
    const { oldStart, oldEnd, newStart, newEnd } = window
    const length = oldEnd - oldStart
    let capacity = 16
    while (capacity < length * 2) capacity *= 2
    this.mask = capacity - 1
    this.slots = new Int32Array(capacity).fill(-1)
    this.heads = new Int32Array(length)
    this.oldCounts = new Int32Array(length)
    this.newCounts = new Int32Array(length)
    this.firsts = new Int32Array(length).fill(-1)
    this.next = new Int32Array(newEnd - newStart)
    for (let i = oldStart; i + size <= oldEnd; i += 1) this.addOld(i)
    // Backwards, so that the places of a gram are listed in order.
    for (let j = newEnd - size; j >= newStart; j -= 1) this.addNew(j)
  }

  private addOld(i: number): void {
    const slot = this.slotOf(this.a, i)
    if ((this.slots[slot] as number) < 0) this.slots[slot] = i
    const head = (this.slots[slot] as number) - this.window.oldStart
    this.heads[i - this.window.oldStart] = head
    this.oldCounts[head] = (this.oldCounts[head] as number) + 1
  }

  private addNew(j: number): void {
    const place = this.slots[this.slotOf(this.b, j)] as number
    if (place < 0) return
    const head = place - this.window.oldStart
    this.next[j - this.window.newStart] = this.firsts[head] as number
    this.firsts[head] = j
    this.newCounts[head] = (this.newCounts[head] as number) + 1
  }

  private slotOf(ids: Int32Array, at: number): number {
    let slot = hashAt(ids, at, this.size) & this.mask
    for (;;) {
      const place = this.slots[slot] as number
      if (place < 0 || sameGram(this.a, place, ids, at, this.size)) return slot
      slot = (slot + 1) & this.mask
    }
  }

  private headOf(i: number): number {
    return this.heads[i - this.window.oldStart] as number
  }

  /** How often the gram at an old place stands in the old stretch. */
  countInOld(i: number): number {
    return this.oldCounts[this.headOf(i)] as number
  }

  /** How often the gram at an old place stands in the new stretch. */
  countInNew(i: number): number {
    return this.newCounts[this.headOf(i)] as number
  }

  /** The first place in the new stretch of the gram at an old place, -1 for none. */
  firstInNew(i: number): number {
    return this.firsts[this.headOf(i)] as number
  }

  /** The next place of the same gram in the new stretch, -1 for none. */
  nextInNew(j: number): number {
    return this.next[j - this.window.newStart] as number
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
  const grams = new GramTable(a, b, window, size)
  const runs: Run[] = []
  // Per diagonal (new place less old place): where the last run on it ends in the old text, and whether it was unique.
  const diagonals = oldEnd - oldStart + newEnd - newStart
  const covered = new Int32Array(diagonals)
  const known = new Uint8Array(diagonals)
  const origin = oldEnd - newStart
  for (let i = oldStart; i + size <= oldEnd; i += 1) {
    const inNewText = grams.countInNew(i)
    if (inNewText === 0 || inNewText > copies) continue
    const inOldText = grams.countInOld(i)
    if (inOldText > copies) continue
    const isUnique = inNewText === 1 && inOldText === 1
    for (let j = grams.firstInNew(i); j >= 0; j = grams.nextInNew(j)) {
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
