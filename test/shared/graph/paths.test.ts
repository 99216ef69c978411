import { assembleGraph, type Graph, type GraphNode } from '@shared/graph/graph'
import { byImportance, rankNodes } from '@shared/graph/importance'
import { distancesFrom, takeNeighbourhood } from '@shared/graph/neighbourhood'
import { findShortestPaths } from '@shared/graph/paths'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idOf } from './notebook-builder'

function graphOf(count: number, pairs: readonly (readonly [number, number])[]): Graph {
  const nodes = Array.from(
    { length: count },
    (_, index): GraphNode => ({
      id: idOf(index),
      kind: 'claim',
      label: `${index}`,
      detail: '',
      hue: null,
      tags: [],
      time: null,
      articleId: null,
    }),
  )
  const edges = pairs.map(([from, to], index) => ({
    id: `e${index}`,
    from,
    to,
    relation: 'supports',
    implied: false,
    comment: '',
  }))
  return assembleGraph(nodes, edges)
}

/** All distances at once, by Floyd and Warshall. */
function slowDistances(count: number, pairs: readonly (readonly [number, number])[]): number[][] {
  const d = Array.from({ length: count }, (_, i) =>
    Array.from({ length: count }, (_, j) => (i === j ? 0 : Infinity)),
  )
  for (const [a, b] of pairs) if (a !== b) d[a]![b] = d[b]![a] = 1
  for (let k = 0; k < count; k += 1)
    for (let i = 0; i < count; i += 1)
      for (let j = 0; j < count; j += 1) d[i]![j] = Math.min(d[i]![j]!, d[i]![k]! + d[k]![j]!)
  return d
}

const smallGraphs = fc
  .integer({ min: 1, max: 9 })
  .chain((count) =>
    fc.tuple(fc.constant(count), fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 16 })),
  )

describe('distances and paths', () => {
  it('agree with all-pairs distances on any small graph', () => {
    fc.assert(
      fc.property(smallGraphs, ([count, pairs]) => {
        const graph = graphOf(count, pairs)
        const slow = slowDistances(count, pairs)
        for (let a = 0; a < count; a += 1) {
          const expected = slow[a]!.map((distance) => (distance === Infinity ? -1 : distance))
          expect([...distancesFrom(graph, [a])]).toEqual(expected)
          for (let b = 0; b < count; b += 1) {
            const paths = findShortestPaths(graph, a, b)
            expect(paths.length > 0).toBe(slow[a]![b]! < Infinity)
            for (const { nodes, edges } of paths) {
              expect([nodes[0], nodes.at(-1), edges.length]).toEqual([a, b, slow[a]![b]])
              edges.forEach(({ from, to }, at) => {
                expect([from, to].sort()).toEqual([nodes[at], nodes[at + 1]].sort())
              })
            }
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('gives every shortest way through a diamond, and no more than asked for', () => {
    const graph = graphOf(4, [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ])
    expect(findShortestPaths(graph, 0, 3).map(({ nodes }) => nodes)).toEqual([
      [0, 1, 3],
      [0, 2, 3],
    ])
    expect(findShortestPaths(graph, 0, 3, 1)).toHaveLength(1)
  })
})

describe('takeNeighbourhood', () => {
  const chain = graphOf(5, [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
  ])

  it('takes what lies within the depth', () => {
    const { graph, distances } = takeNeighbourhood(chain, [0], 2)
    expect(graph.nodes.map(({ label }) => label)).toEqual(['0', '1', '2'])
    expect([...distances]).toEqual([0, 1, 2])
    expect(graph.edges).toHaveLength(2)
  })

  it('keeps the best linked of the farthest when there are too many, and counts the rest', () => {
    const star = graphOf(6, [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
      [4, 5],
    ])
    const { graph, leftOut } = takeNeighbourhood(star, [0], 1, 2)
    expect(graph.nodes.map(({ label }) => label)).toEqual(['0', '4'])
    expect(leftOut).toBe(3)
  })
})

describe('rankNodes', () => {
  it('sums to one and ranks the middle of a star first', () => {
    const ranks = rankNodes(
      graphOf(5, [
        [1, 0],
        [2, 0],
        [0, 3],
      ]),
    )
    expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 6)
    expect(byImportance(ranks)[0]).toBe(0)
    expect(byImportance(ranks).at(-1)).toBe(4)
  })
})
