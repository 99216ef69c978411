import { newId } from '@shared/base/ids'
import { mergeSources } from '@shared/bundle/merge-sources'
import { type BundleSource, listAsSource } from '@shared/bundle/source'
import { edit } from '@shared/changes/compose'
import { foldRecord } from '@shared/changes/fold'
import { findJoined, findStragglers, orderJoin, planJoin } from '@shared/notebook/join-articles'
import { NotebookMemory } from '@shared/notebook/notebook-view'
import { bundleBytes, listHistories, openBundle } from '@test/support/bundle-bytes'
import { type CapturedCopy, Colleague } from '@test/support/colleague'
import { beforeEach, describe, expect, it } from 'vitest'

function viewOf(colleague: Colleague): NotebookMemory {
  const view = new NotebookMemory()
  view.put(colleague.histories().map(foldRecord))
  return view
}

let ada: Colleague
let bram: Colleague
let first: CapturedCopy
let second: CapturedCopy

beforeEach(async () => {
  ada = new Colleague('Ada')
  bram = new Colleague('Bram')
  first = await ada.capture('The quay', ['The quay is sinking.'])
  second = await bram.capture('The quay', ['The quay sinks.'], { doi: '10.1234/quay' })
  ada.mark(first, 'sinking')
  bram.mark(second, 'sinks', {}, bram.tag('harbour'))
})

const join = () => orderJoin(first.articleId, second.articleId, () => true)

describe('joining two copies of an article', () => {
  it('keeps the one captured first, whoever asks, unless only the other has a text', () => {
    const [early, late] = [first.articleId, second.articleId].sort()
    expect(orderJoin(first.articleId, second.articleId, () => true)).toEqual({ kept: early, other: late })
    expect(orderJoin(second.articleId, first.articleId, () => true)).toEqual({ kept: early, other: late })
    expect(orderJoin(early ?? '', late ?? '', (id) => id === late)).toEqual({ kept: late, other: early })
  })

  it('makes one article with two versions and the passages of both, and fills in what only the copy knew', () => {
    ada.meet(bram)
    ada.change(...planJoin(viewOf(ada), join()))
    const view = viewOf(ada)
    const { kept } = join()
    expect(view.all('article').map(({ id }) => id)).toEqual([kept])
    expect(view.by('versionsByArticle', kept).length).toBe(2)
    expect(view.by('annotationsByArticle', kept).length).toBe(2)
    expect(view.find('article', kept)?.fields.doi).toBe('10.1234/quay')
    const ends = view.all('annotation').map(({ fields }) => fields.target.versionId)
    expect(new Set(ends)).toEqual(new Set([first.versionId, second.versionId]))
  })

  it('finds what a colleague made on their copy meanwhile, once', () => {
    ada.meet(bram)
    ada.change(...planJoin(viewOf(ada), join()))
    const copy = join().other === second.articleId ? second : first
    const owner = copy === second ? bram : ada
    owner.mark(copy, 'The quay')
    ada.meet(owner)
    const left = findStragglers(viewOf(ada))
    expect(left).toEqual([join()])
    ada.change(...left.flatMap((one) => planJoin(viewOf(ada), one)))
    expect(findStragglers(viewOf(ada))).toEqual([])
    expect(viewOf(ada).by('annotationsByArticle', join().kept).length).toBe(3)
  })

  it('brings the smaller one back where two people joined a pair in opposite directions', () => {
    const { kept, other } = join()
    ada.meet(bram)
    bram.meet(ada)
    ada.change(...planJoin(viewOf(ada), { kept, other }))
    bram.change(...planJoin(viewOf(bram), { kept: other, other: kept }))
    ada.meet(bram)
    const view = viewOf(ada)
    expect(view.all('article')).toEqual([])
    expect([findJoined(view, kept), findJoined(view, other)]).toEqual([kept, kept])
    ada.change(...findStragglers(view).flatMap((one) => planJoin(view, one)))
    expect(
      viewOf(ada)
        .all('article')
        .map(({ id }) => id),
    ).toEqual([kept])
    expect(viewOf(ada).by('annotationsByArticle', kept).length).toBe(2)
  })

  it('leads to the same bytes in all six orders of exchange, with three people of whom two have joined', async () => {
    const cyd = new Colleague('Cyd')
    const third = await cyd.capture('The quay', ['The quay has sunk.'])
    cyd.mark(third, 'sunk')
    ada.meet(bram)
    bram.meet(ada)
    bram.meet(cyd)
    ada.change(...planJoin(viewOf(ada), join()))
    bram.change(
      ...planJoin(
        viewOf(bram),
        orderJoin(first.articleId, third.articleId, () => true),
      ),
    )
    cyd.mark(third, 'The quay')
    const people = [ada, bram, cyd]
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    const results: Uint8Array[] = []
    for (const order of orders) {
      let merged: BundleSource = listAsSource([])
      for (const index of order) {
        const theirs = listAsSource(people[index]?.histories() ?? [])
        merged = await openBundle(await bundleBytes(mergeSources(merged, theirs)))
      }
      results.push(await bundleBytes(merged))
    }
    for (const bytes of results) expect(Buffer.compare(bytes, results[0] as Uint8Array)).toBe(0)
    const stamps = (await listHistories(await openBundle(results[0] as Uint8Array))).flatMap(({ changes }) =>
      changes.map(({ stamp }) => stamp),
    )
    for (const person of people)
      for (const { changes } of person.histories())
        for (const { stamp } of changes) expect(stamps).toContain(stamp)
  })
})

describe('joined articles', () => {
  it('stand for themselves where a circle or a chain leads nowhere else', () => {
    const view = viewOf(ada)
    expect(findJoined(view, first.articleId)).toBe(first.articleId)
    const unknown = newId()
    expect(findJoined(view, unknown)).toBe(unknown)
    expect(planJoin(view, { kept: unknown, other: first.articleId })).toEqual([])
  })

  it('are not stragglers when they were only moved to the trash', () => {
    ada.change(edit('article', first.articleId, { deleted: true }))
    expect(findStragglers(viewOf(ada))).toEqual([])
  })
})
