import type { GeneratedLinks } from './generate-graph'

const EMPTY = -1

/**
 * The barest layout that does the work, to measure against: bodies are inserted one by one in a flat quadtree, and
 * each walks the tree for itself (Barnes and Hut 1986, opening 0.9); links are springs.
 */
export class PlainLayout {
  readonly #vx: Float64Array
  readonly #vy: Float64Array
  readonly #degree: Float64Array
  /** Four children a cell: a cell's number, EMPTY, or a body as `-2 - number`. */
  readonly #children: Int32Array
  readonly #mass: Float64Array
  readonly #sumX: Float64Array
  readonly #sumY: Float64Array
  readonly #together: Int32Array
  #heat = 1

  constructor(readonly graph: GeneratedLinks) {
    const count = graph.x.length
    const cells = 4 * count + 64
    this.#vx = new Float64Array(count)
    this.#vy = new Float64Array(count)
    this.#degree = new Float64Array(count)
    this.#children = new Int32Array(cells * 4)
    this.#mass = new Float64Array(cells)
    this.#sumX = new Float64Array(cells)
    this.#sumY = new Float64Array(cells)
    this.#together = new Int32Array(count)
    for (const end of [...graph.sources, ...graph.targets]) this.#degree[end]!++
  }

  step(): void {
    const width = this.#insertAll()
    this.#repel(width)
    this.#pull()
    const { x, y } = this.graph
    for (let body = 0; body < x.length; body += 1) {
      x[body]! += this.#vx[body] as number
      y[body]! += this.#vy[body] as number
    }
    this.#heat *= 0.985
  }

  #insertAll(): number {
    const { x, y } = this.graph
    const [children, mass, sumX, sumY, together] = [
      this.#children,
      this.#mass,
      this.#sumX,
      this.#sumY,
      this.#together,
    ]
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let body = 0; body < x.length; body += 1) {
      left = Math.min(left, x[body]!)
      right = Math.max(right, x[body]!)
      top = Math.min(top, y[body]!)
      bottom = Math.max(bottom, y[body]!)
    }
    const width = Math.max(right - left, bottom - top) + 1e-3
    let cells = 1
    const clear = (cell: number) => {
      children.fill(EMPTY, cell * 4, cell * 4 + 4)
      mass[cell] = sumX[cell] = sumY[cell] = 0
    }
    clear(0)
    for (let body = 0; body < x.length; body += 1) {
      let cell = 0
      let side = width
      let cornerX = left
      let cornerY = top
      let depth = 0
      together[body] = EMPTY
      for (;;) {
        mass[cell]!++
        sumX[cell]! += x[body]!
        sumY[cell]! += y[body]!
        side /= 2
        const east = x[body]! >= cornerX + side ? 1 : 0
        const south = y[body]! >= cornerY + side ? 2 : 0
        const slot = cell * 4 + east + south
        const child = children[slot]!
        if (child === EMPTY) {
          children[slot] = -2 - body
          break
        }
        if (east) cornerX += side
        if (south) cornerY += side
        if (child >= 0) {
          cell = child
          continue
        }
        const other = -2 - child
        depth += 1
        if (depth > 40 || cells >= mass.length - 1) {
          together[body] = other
          children[slot] = -2 - body
          break
        }
        const fresh = cells++
        clear(fresh)
        for (let at = other; at !== EMPTY; at = together[at]!) {
          mass[fresh]!++
          sumX[fresh]! += x[at]!
          sumY[fresh]! += y[at]!
        }
        const quarter = (x[other]! >= cornerX + side / 2 ? 1 : 0) + (y[other]! >= cornerY + side / 2 ? 2 : 0)
        children[fresh * 4 + quarter] = child
        children[slot] = fresh
        cell = fresh
      }
    }
    return width
  }

  #repel(width: number): void {
    const { x, y } = this.graph
    const [children, mass, sumX, sumY, together] = [
      this.#children,
      this.#mass,
      this.#sumX,
      this.#sumY,
      this.#together,
    ]
    const cells = new Int32Array(512)
    const sides = new Float64Array(512)
    const strength = 45 * this.#heat
    for (let body = 0; body < x.length; body += 1) {
      let forceX = 0
      let forceY = 0
      let open = 1
      cells[0] = 0
      sides[0] = width * width
      while (open > 0) {
        open -= 1
        const cell = cells[open]!
        const side2 = sides[open]!
        const dx = x[body]! - sumX[cell]! / mass[cell]!
        const dy = y[body]! - sumY[cell]! / mass[cell]!
        const distance2 = dx * dx + dy * dy
        if (side2 < 0.81 * distance2) {
          forceX += (dx * mass[cell]!) / (distance2 + 1)
          forceY += (dy * mass[cell]!) / (distance2 + 1)
          continue
        }
        for (let slot = cell * 4; slot < cell * 4 + 4; slot += 1) {
          const child = children[slot]!
          if (child >= 0) {
            cells[open] = child
            sides[open++] = side2 / 4
          } else if (child !== EMPTY)
            for (let other = -2 - child; other !== EMPTY; other = together[other]!) {
              const ox = x[body]! - x[other]!
              const oy = y[body]! - y[other]!
              const force = 1 / (ox * ox + oy * oy + 1)
              forceX += ox * force
              forceY += oy * force
            }
        }
      }
      this.#vx[body] = (this.#vx[body]! + forceX * strength) * 0.6
      this.#vy[body] = (this.#vy[body]! + forceY * strength) * 0.6
    }
  }

  #pull(): void {
    const { x, y, sources, targets } = this.graph
    for (let link = 0; link < sources.length; link += 1) {
      const a = sources[link]!
      const b = targets[link]!
      const dx = x[b]! - x[a]!
      const dy = y[b]! - y[a]!
      const length = Math.sqrt(dx * dx + dy * dy) + 1e-6
      const degreeA = this.#degree[a]!
      const degreeB = this.#degree[b]!
      const force = (((length - 30) / length) * this.#heat * 0.5) / Math.min(degreeA, degreeB)
      const share = degreeA / (degreeA + degreeB)
      this.#vx[b]! -= dx * force * share
      this.#vy[b]! -= dy * force * share
      this.#vx[a]! += dx * force * (1 - share)
      this.#vy[a]! += dy * force * (1 - share)
    }
  }
}
