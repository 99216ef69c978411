import { BodyTree } from '@shared/graph/body-tree'
import { ForceLayout, LINK_LENGTH } from '@shared/graph/force-layout'
import { initialPositions } from '@shared/graph/initial-positions'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** Links of a ring of `count` nodes with a few chords. */
function ringLinks(count: number) {
  const sources: number[] = []
  const targets: number[] = []
  for (let node = 0; node < count; node += 1) {
    sources.push(node)
    targets.push((node + 1) % count)
    if (node % 7 === 0) {
      sources.push(node)
      targets.push((node * 3 + 5) % count)
    }
  }
  return { sources: Int32Array.from(sources), targets: Int32Array.from(targets) }
}

const noLinks = { sources: new Int32Array(0), targets: new Int32Array(0) }

function laidOut(count: number, steps: number) {
  const links = ringLinks(count)
  const { x, y } = initialPositions(count, links, () => undefined)
  const layout = new ForceLayout(x, y, links)
  for (let step = 0; step < steps; step += 1) layout.step()
  return layout
}

describe('BodyTree', () => {
  it('holds every body in exactly one leaf, and skips whole cells, wherever the bodies lie', () => {
    const coordinate = fc.float({ min: -1000, max: 1000, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 200 }),
        fc.nat(30),
        (points, copies) => {
          const all = [...points, ...Array.from({ length: copies }, () => points[0] as [number, number])]
          const tree = new BodyTree(all.length)
          tree.build(
            Float32Array.from(all, ([x]) => x),
            Float32Array.from(all, ([, y]) => y),
          )
          expect([...tree.order].sort((a, b) => a - b)).toEqual([...all.keys()])
          let next = 0
          for (let cell = 0; cell < tree.cells; cell += 1) {
            if (!tree.isLeaf[cell]) continue
            expect(tree.first[cell]).toBe(next)
            expect(tree.after[cell]).toBe(cell + 1)
            next = tree.end[cell] as number
          }
          expect(next).toBe(all.length)
          expect(tree.after[0]).toBe(tree.cells)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('ForceLayout', () => {
  it('pushes as the exact sum over all pairs does, within a few hundredths', () => {
    const count = 600
    const x = Float32Array.from({ length: count }, (_, n) => 400 * Math.sin(n * 12.9898))
    const y = Float32Array.from({ length: count }, (_, n) => 400 * Math.sin(n * 78.233))
    const [startX, startY] = [x.slice(), y.slice()]
    new ForceLayout(x, y, noLinks).step()
    let error = 0
    let size = 0
    for (let a = 0; a < count; a += 1) {
      let [forceX, forceY] = [0, 0]
      for (let b = 0; b < count; b += 1) {
        const dx = startX[a]! - startX[b]!
        const dy = startY[a]! - startY[b]!
        forceX += dx / (dx * dx + dy * dy + 1)
        forceY += dy / (dx * dx + dy * dy + 1)
      }
      const scale = LINK_LENGTH * LINK_LENGTH * 0.05 * 0.6
      // The faint pull to the middle is part of the movement.
      error += Math.hypot(
        x[a]! - startX[a]! * (1 - 0.0008) - forceX * scale,
        y[a]! - startY[a]! * (1 - 0.0008) - forceY * scale,
      )
      size += Math.hypot(forceX * scale, forceY * scale)
    }
    expect(error / size).toBeLessThan(0.05)
  })

  it('draws linked nodes together and keeps others apart', () => {
    const { x, y, links } = laidOut(300, 300)
    const length = (a: number, b: number) => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!)
    const linked = [...links.sources].map((source, link) => length(source, links.targets[link]!))
    const apart = Array.from({ length: 300 }, (_, node) => length(node, (node * 131 + 77) % 300))
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean(linked)).toBeLessThan(mean(apart) / 3)
    const closest = Math.min(...Array.from({ length: 299 }, (_, node) => length(node, node + 1)))
    expect(closest).toBeGreaterThan(LINK_LENGTH / 10)
  })

  it('gives the same picture each time', () => {
    const [once, again] = [laidOut(200, 50), laidOut(200, 50)]
    expect(once.x).toEqual(again.x)
    expect(once.y).toEqual(again.y)
  })

  it('leaves a pinned body where it was put until it is released', () => {
    const layout = laidOut(50, 10)
    layout.pin(3, 500, -500)
    for (let step = 0; step < 20; step += 1) layout.step()
    expect([layout.x[3], layout.y[3]]).toEqual([500, -500])
    layout.release(3)
    layout.step()
    expect(layout.x[3]).not.toBe(500)
  })

  it.each([0, 1, 2])('lays out %i nodes without a number going wrong', (count) => {
    const layout = new ForceLayout(new Float32Array(count), new Float32Array(count), noLinks)
    for (let step = 0; step < 5; step += 1) layout.step()
    expect([...layout.x, ...layout.y].every(Number.isFinite)).toBe(true)
  })
})

describe('initialPositions', () => {
  it('keeps known places and starts new nodes beside what they are linked to', () => {
    const links = { sources: Int32Array.from([0, 1]), targets: Int32Array.from([1, 2]) }
    const { x, y } = initialPositions(4, links, (node) => (node === 0 ? { x: 100, y: 50 } : undefined))
    expect([x[0], y[0]]).toEqual([100, 50])
    expect(Math.hypot(x[1]! - 100, y[1]! - 50)).toBeCloseTo(LINK_LENGTH, 3)
    expect(Math.hypot(x[2]! - x[1]!, y[2]! - y[1]!)).toBeCloseTo(LINK_LENGTH, 3)
    expect(new Set(x).size).toBe(4)
  })

  it('never puts two nodes in one place', () => {
    const { x, y } = initialPositions(500, ringLinks(500), () => undefined, [250])
    expect(new Set([...x].map((value, node) => `${value} ${y[node]}`)).size).toBe(500)
    expect(Math.hypot(x[250]!, y[250]!)).toBe(0)
  })
})
