import { BodyTree } from './body-tree'

/** The length that links strive for, and so the unit of all distances of a layout. */
export const LINK_LENGTH = 30
/** A cell counts as one body where its side is under this share of its distance (Barnes and Hut 1986). */
const OPENING = 0.9
const FRICTION = 0.6
const COOLING = 0.985
const REPULSION = LINK_LENGTH * LINK_LENGTH * 0.05
const SPRING = 0.5
const GRAVITY = 0.0008

/** Links by the numbers of their ends. */
export interface LinkEnds {
  readonly sources: Int32Array
  readonly targets: Int32Array
}

/**
 * A force-directed layout on typed arrays: all bodies push each other away, links pull their ends to one
 * length, a faint gravity keeps separate parts in sight. Far groups act as one (Barnes and Hut, "A hierarchical
 * O(N log N) force-calculation algorithm", 1986); a whole leaf asks the tree once, not each body of it.
 * Deterministic: the same positions and links give the same picture. Positions are changed in place.
 */
export class ForceLayout {
  /** Heat from 1 down to 0: how far bodies still move. */
  heat = 1
  readonly #velocityX: Float64Array
  readonly #velocityY: Float64Array
  readonly #pinned: Uint8Array
  readonly #tree: BodyTree
  /** By link: its stiffness, and the share of the movement that its target takes. */
  readonly #stiffness: Float64Array
  readonly #share: Float64Array
  #farX = new Float64Array(256)
  #farY = new Float64Array(256)
  #farMass = new Float64Array(256)

  constructor(
    readonly x: Float32Array,
    readonly y: Float32Array,
    readonly links: LinkEnds,
  ) {
    const count = x.length
    this.#velocityX = new Float64Array(count)
    this.#velocityY = new Float64Array(count)
    this.#pinned = new Uint8Array(count)
    this.#tree = new BodyTree(count)
    const { sources, targets } = links
    const degree = new Float64Array(count)
    for (let link = 0; link < sources.length; link += 1) {
      degree[sources[link] as number]!++
      degree[targets[link] as number]!++
    }
    const ofSource = (link: number) => degree[sources[link] as number] as number
    const ofTarget = (link: number) => degree[targets[link] as number] as number
    this.#stiffness = Float64Array.from(
      sources,
      (_, link) => SPRING / Math.min(ofSource(link), ofTarget(link)),
    )
    this.#share = Float64Array.from(sources, (_, link) => ofSource(link) / (ofSource(link) + ofTarget(link)))
  }

  /** Holds a body where it is put, until it is released. */
  pin(body: number, x: number, y: number): void {
    this.#pinned[body] = 1
    this.x[body] = x
    this.y[body] = y
  }

  release(body: number): void {
    this.#pinned[body] = 0
  }

  /** Moves every body one step and cools a little. */
  step(): void {
    if (this.x.length === 0) return
    this.#tree.build(this.x, this.y)
    this.#repel()
    this.#pull()
    this.#move()
    this.heat *= COOLING
  }

  #repel(): void {
    const { cells, isLeaf } = this.#tree
    for (let cell = 0; cell < cells; cell += 1) {
      if (isLeaf[cell]) this.#repelLeaf(cell)
    }
  }

  /** Sums what acts on the bodies of one leaf: near bodies one by one, far cells as one body each. */
  #repelLeaf(leaf: number): void {
    const far = this.#listActors(leaf)
    const { first, end, x, y, order } = this.#tree
    const farX = this.#farX
    const farY = this.#farY
    const farMass = this.#farMass
    const strength = REPULSION * this.heat
    const stop = end[leaf] as number
    for (let place = first[leaf] as number; place < stop; place += 1) {
      const ownX = x[place] as number
      const ownY = y[place] as number
      let forceX = 0
      let forceY = 0
      for (let at = 0; at < far; at += 1) {
        const dx = ownX - (farX[at] as number)
        const dy = ownY - (farY[at] as number)
        const force = (farMass[at] as number) / (dx * dx + dy * dy + 1)
        forceX += dx * force
        forceY += dy * force
      }
      const body = order[place] as number
      this.#velocityX[body] = ((this.#velocityX[body] as number) + forceX * strength) * FRICTION
      this.#velocityY[body] = ((this.#velocityY[body] as number) + forceY * strength) * FRICTION
    }
  }

  /** Lists what acts on a leaf's bodies and returns how many; a body acts on itself with no force. */
  #listActors(leaf: number): number {
    const tree = this.#tree
    const { centreX, centreY, width2, after, isLeaf, first, end, cells } = tree
    const leafX = centreX[leaf] as number
    const leafY = centreY[leaf] as number
    let count = 0
    for (let cell = 0; cell < cells; ) {
      const dx = leafX - (centreX[cell] as number)
      const dy = leafY - (centreY[cell] as number)
      const start = first[cell] as number
      const stop = end[cell] as number
      if ((width2[cell] as number) < OPENING * OPENING * (dx * dx + dy * dy)) {
        if (count === this.#farX.length) this.#growActors(1)
        this.#farX[count] = centreX[cell] as number
        this.#farY[count] = centreY[cell] as number
        this.#farMass[count] = stop - start
        count += 1
        cell = after[cell] as number
      } else if (isLeaf[cell]) {
        if (count + stop - start > this.#farX.length) this.#growActors(stop - start)
        for (let place = start; place < stop; place += 1) {
          this.#farX[count] = tree.x[place] as number
          this.#farY[count] = tree.y[place] as number
          this.#farMass[count] = 1
          count += 1
        }
        cell = after[cell] as number
      } else cell += 1
    }
    return count
  }

  #growActors(needed: number): void {
    const size = 2 * (this.#farX.length + needed)
    const larger = (old: Float64Array) => {
      const fresh = new Float64Array(size)
      fresh.set(old)
      return fresh
    }
    this.#farX = larger(this.#farX)
    this.#farY = larger(this.#farY)
    this.#farMass = larger(this.#farMass)
  }

  #pull(): void {
    const { x, y, heat } = this
    const { sources, targets } = this.links
    for (let link = 0; link < sources.length; link += 1) {
      const source = sources[link] as number
      const target = targets[link] as number
      const dx = (x[target] as number) - (x[source] as number)
      const dy = (y[target] as number) - (y[source] as number)
      const length = Math.sqrt(dx * dx + dy * dy) + 1e-6
      const force = ((length - LINK_LENGTH) / length) * heat * (this.#stiffness[link] as number)
      const share = this.#share[link] as number
      this.#velocityX[target] = (this.#velocityX[target] as number) - dx * force * share
      this.#velocityY[target] = (this.#velocityY[target] as number) - dy * force * share
      this.#velocityX[source] = (this.#velocityX[source] as number) + dx * force * (1 - share)
      this.#velocityY[source] = (this.#velocityY[source] as number) + dy * force * (1 - share)
    }
  }

  #move(): void {
    const { x, y } = this
    const gravity = GRAVITY * this.heat
    for (let body = 0; body < x.length; body += 1) {
      if (this.#pinned[body]) {
        this.#velocityX[body] = 0
        this.#velocityY[body] = 0
        continue
      }
      x[body] = (x[body] as number) * (1 - gravity) + (this.#velocityX[body] as number)
      y[body] = (y[body] as number) * (1 - gravity) + (this.#velocityY[body] as number)
    }
  }
}
