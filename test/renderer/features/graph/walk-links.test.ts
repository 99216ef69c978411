import { fitCamera, toPlane, toScreen, zoomAt } from '@renderer/features/graph/camera'
import { breakLabel } from '@renderer/features/graph/draw-labels'
import { shapePath } from '@renderer/features/graph/node-shapes'
import { prepareScene, styleOfEdge } from '@renderer/features/graph/scene'
import { nextAround, walkLink } from '@renderer/features/graph/walk-links'
import { NODE_KINDS } from '@shared/domain/kinds'
import { assembleGraph } from '@shared/graph/graph'
import { DEFAULT_SETTINGS, readSettings } from '@shared/graph/graph-settings'
import { describe, expect, it } from 'vitest'

function star() {
  const nodes = ['middle', 'right', 'up', 'left', 'down'].map((label) => ({
    id: label,
    kind: 'claim' as const,
    label,
    detail: '',
    hue: null,
    tags: [],
    time: null,
    articleId: null,
  }))
  const edges = [1, 2, 3, 4, 1].map((to, index) => ({
    id: `${index}`,
    from: 0,
    to,
    relation: 'supports',
    implied: false,
    comment: '',
  }))
  const places = { x: Float32Array.of(0, 50, 5, -50, 0), y: Float32Array.of(0, 10, -50, 0, 60) }
  return { graph: assembleGraph(nodes, edges), places }
}

describe('walking along links', () => {
  it('goes to the linked thing that lies most nearly in the direction of the arrow', () => {
    const { graph, places } = star()
    const reached = (['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown'] as const).map((key) =>
      walkLink(graph, places, 0, key),
    )
    expect(reached).toEqual([1, 2, 3, 4])
  })

  it('stays where no link leads that way', () => {
    const { graph, places } = star()
    expect(walkLink(graph, places, 1, 'ArrowRight')).toBeNull()
    expect(walkLink(graph, places, 1, 'ArrowLeft')).toBe(0)
  })

  it('walks round the neighbours of one thing and comes back', () => {
    const { graph } = star()
    const round = [1, 2, 3, 4].map((current) => nextAround(graph, 0, current, 1))
    expect(round).toEqual([2, 3, 4, 1])
    expect(nextAround(graph, 0, 1, -1)).toBe(4)
  })
})

describe('the camera', () => {
  const size = { width: 800, height: 600 }

  it('keeps the point under the pointer where it is while zooming', () => {
    const camera = { x: 10, y: -20, scale: 2 }
    const pointer = { x: 700, y: 90 }
    const before = toPlane(camera, size, pointer)
    const after = toPlane(zoomAt(camera, size, pointer, 1.7), size, pointer)
    expect(after.x).toBeCloseTo(before.x, 6)
    expect(after.y).toBeCloseTo(before.y, 6)
  })

  it('shows every point when it is fitted', () => {
    const { x, y } = star().places
    const camera = fitCamera(x, y, size)
    for (let node = 0; node < x.length; node += 1) {
      const at = toScreen(camera, size, { x: x[node]!, y: y[node]! })
      expect(at.x >= 0 && at.x <= size.width && at.y >= 0 && at.y <= size.height).toBe(true)
    }
  })
})

describe('what is drawn', () => {
  it('has a shape of its own for every kind', () => {
    const paths = NODE_KINDS.map(shapePath)
    expect(new Set(paths).size).toBe(NODE_KINDS.length)
    expect(paths.every((path) => /^M[\d .,A-Z-]+Z$/.test(path))).toBe(true)
  })

  it('sets what speaks for and against apart, and parallel links aside from each other', () => {
    expect(styleOfEdge({ relation: 'contradicts', implied: false })).toBe('contradicts')
    expect(styleOfEdge({ relation: 'partOf', implied: true })).toBe('implied')
    expect([...prepareScene(star().graph).lanes]).toEqual([0, 0, 0, 0, 1])
  })

  it('breaks labels between words into at most two lines', () => {
    expect(breakLabel('The harbour')).toEqual(['The harbour'])
    const lines = breakLabel('The harbour will be closed until the end of May, the mayor said on Monday')
    expect(lines).toEqual(['The harbour will be', 'closed until the end of…'])
  })
})

describe('settings', () => {
  it('come back as they were kept, and as at first where they are wrong', () => {
    const kept = { ...DEFAULT_SETTINGS, depth: 3, tags: ['x'] }
    expect(readSettings(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
    expect(readSettings({ depth: 99, hiddenKinds: ['dragon'], from: '2024' })).toEqual({
      ...DEFAULT_SETTINGS,
      from: '2024',
    })
    expect(readSettings(null)).toBe(DEFAULT_SETTINGS)
  })
})
