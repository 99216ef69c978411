import { mergePlacements } from '@renderer/workflows/merge-placements'
import type { Placement } from '@shared/anchoring/reanchor'
import { describe, expect, it } from 'vitest'

const at = (start: number, end: number, verdict: Placement['verdict'], score: number): Placement => ({
  id: 'a',
  verdict,
  start,
  end,
  score,
  candidates: [],
})

describe('mergePlacements', () => {
  it('is as sure as the least sure passage', () => {
    expect(mergePlacements([at(1, 5, 'exact', 1), at(9, 20, 'edited', 0.8)])).toEqual({
      verdict: 'edited',
      score: 0.8,
      spans: [
        [1, 5],
        [9, 20],
      ],
    })
  })

  it('stays in doubt while one passage is, gives its candidates and keeps where the others are', () => {
    const doubtful = { ...at(-1, -1, 'ambiguous', 0.5), candidates: [{ start: 3, end: 8, score: 0.5 }] }
    expect(mergePlacements([at(1, 5, 'exact', 1), doubtful])).toEqual({
      verdict: 'ambiguous',
      score: 0.5,
      spans: [[1, 5]],
      candidates: [[3, 8, 0.5]],
    })
  })
})
