import { createAnnotation } from '@renderer/workflows/create-annotation'
import { placeAt } from '@renderer/workflows/reanchor-annotations'
import { letPassageGo, placePassage } from '@renderer/workflows/settle-placement'
import type { WorkflowContext } from '@renderer/workflows/workflow-context'
import { type Id, newId } from '@shared/base/ids'
import { edit } from '@shared/changes/compose'
import { isPlaced, type Placement, placementIn } from '@shared/domain/annotation'
import { fakeHost } from '@test/support/fake-host'
import { memoryNotebook } from '@test/support/memory-notebook'
import { beforeEach, describe, expect, it } from 'vitest'

const newer = newId()
let context: WorkflowContext
let id: Id

const inDoubt = (spans: Placement['spans']) =>
  context.notebook.commit('reanchor', [
    edit('annotation', id, placeAt(newer, { verdict: 'ambiguous', score: 0.3, spans })),
  ])

function placed(): Placement | null {
  const annotation = context.notebook.view.find('annotation', id)
  return annotation ? placementIn(annotation, newer) : null
}

beforeEach(() => {
  context = { notebook: memoryNotebook(), host: fakeHost() }
  const passage = {
    articleId: newId(),
    versionId: newId(),
    text: 'One thing is here, and another is there, and a third.',
    spans: [
      [0, 9],
      [23, 30],
    ] as const,
  }
  id = createAnnotation(context, passage).id
})

describe('settling a passage in doubt', () => {
  it('keeps the places of its other stretches, in the order of the text', async () => {
    await inDoubt([[40, 47]])
    expect(isPlaced(placed())).toBe(false)
    await placePassage(context, id, newer, [4, 13])
    expect(placed()).toMatchObject({
      settled: true,
      spans: [
        [4, 13],
        [40, 47],
      ],
    })
  })

  it('lets a place that overlaps another stretch stand for both', async () => {
    await inDoubt([[10, 20]])
    await placePassage(context, id, newer, [5, 30])
    expect(placed()?.spans).toEqual([[5, 30]])
  })

  it('replaces a place that a person had chosen', async () => {
    await placePassage(context, id, newer, [4, 13])
    await placePassage(context, id, newer, [20, 29])
    expect(placed()?.spans).toEqual([[20, 29]])
  })

  it('shows nothing of a passage that was let go', async () => {
    await inDoubt([[40, 47]])
    await letPassageGo(context, id, newer)
    expect(placed()).toMatchObject({ verdict: 'lost', spans: [], settled: true })
    expect(isPlaced(placed())).toBe(false)
  })
})
