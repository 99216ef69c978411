import { sortByCell } from './cell-order'

/** At most this many bodies share a leaf, unless they lie in one cell of the finest grid. */
const LEAF_SIZE = 12
/** The finest grid has 2^LEVELS cells along each side. */
const LEVELS = 16

/**
 * A quadtree over points, stored flat and in preorder: the first child of cell `c` is `c + 1`, and what comes
 * after all that is inside `c` is `after[c]`. So it is walked without a stack, and neighbours in the plane
 * are neighbours in memory. Built anew for each step: sorting along a space-filling curve (Morton 1966) and
 * cutting the sorted list is cheaper than inserting one by one.
 */
export class BodyTree {
  /** Bodies by place in the curve: `order[k]` is the number of the k-th. */
  readonly order: Int32Array
  /** Coordinates in order of the curve. */
  readonly x: Float64Array
  readonly y: Float64Array
  cells = 0
  /** Bodies `first[c] … end[c] - 1`, by place in the curve. */
  first = new Int32Array(64)
  end = new Int32Array(64)
  after = new Int32Array(64)
  isLeaf = new Uint8Array(64)
  centreX = new Float64Array(64)
  centreY = new Float64Array(64)
  /** Side of the cell, squared. */
  width2 = new Float64Array(64)
  readonly #codes: Uint32Array

  constructor(readonly count: number) {
    this.order = new Int32Array(count)
    this.x = new Float64Array(count)
    this.y = new Float64Array(count)
    this.#codes = new Uint32Array(count)
  }

  /** Takes in the present positions. */
  build(x: Float32Array, y: Float32Array): void {
    const width = sortByCell(x, y, this.order, this.#codes)
    for (let place = 0; place < this.count; place += 1) {
      const body = this.order[place] as number
      this.x[place] = x[body] as number
      this.y[place] = y[body] as number
    }
    this.cells = 0
    if (this.count > 0) this.#split(0, this.count, LEVELS - 1, width)
  }

  /** Makes the cell of some neighbours in the curve, with all that is inside it. `level` is the bit pair that parts them. */
  #split(first: number, end: number, level: number, width: number): void {
    const cell = this.#claimCell()
    this.first[cell] = first
    this.end[cell] = end
    this.width2[cell] = width * width
    const isLeaf = end - first <= LEAF_SIZE || level < 0
    this.isLeaf[cell] = isLeaf ? 1 : 0
    if (isLeaf) this.#weighLeaf(cell, first, end)
    else this.#splitQuarters(cell, first, end, level, width)
    this.after[cell] = this.cells
  }

  #splitQuarters(cell: number, first: number, end: number, level: number, width: number): void {
    const shift = 2 * level
    let sumX = 0
    let sumY = 0
    for (let start = first; start < end; ) {
      const stop = this.#endOfQuarter(start, end, shift)
      const child = this.cells
      this.#split(start, stop, level - 1, width / 2)
      sumX += (this.centreX[child] as number) * (stop - start)
      sumY += (this.centreY[child] as number) * (stop - start)
      start = stop
    }
    this.centreX[cell] = sumX / (end - first)
    this.centreY[cell] = sumY / (end - first)
  }

  /** Where the bodies of one quarter end, by bisection of the sorted codes. */
  #endOfQuarter(start: number, end: number, shift: number): number {
    const codes = this.#codes
    const quarter = ((codes[start] as number) >>> shift) & 3
    let low = start + 1
    let high = end
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((((codes[middle] as number) >>> shift) & 3) === quarter) low = middle + 1
      else high = middle
    }
    return low
  }

  #weighLeaf(cell: number, first: number, end: number): void {
    let sumX = 0
    let sumY = 0
    for (let place = first; place < end; place += 1) {
      sumX += this.x[place] as number
      sumY += this.y[place] as number
    }
    this.centreX[cell] = sumX / (end - first)
    this.centreY[cell] = sumY / (end - first)
  }

  #claimCell(): number {
    if (this.cells === this.first.length) this.#grow()
    this.cells += 1
    return this.cells - 1
  }

  #grow(): void {
    const size = this.first.length * 2
    const larger = <T extends Int32Array | Uint8Array | Float64Array>(old: T, fresh: T): T => {
      fresh.set(old)
      return fresh
    }
    this.first = larger(this.first, new Int32Array(size))
    this.end = larger(this.end, new Int32Array(size))
    this.after = larger(this.after, new Int32Array(size))
    this.isLeaf = larger(this.isLeaf, new Uint8Array(size))
    this.centreX = larger(this.centreX, new Float64Array(size))
    this.centreY = larger(this.centreY, new Float64Array(size))
    this.width2 = larger(this.width2, new Float64Array(size))
  }
}
