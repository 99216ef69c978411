import { agreementOn, codersOf } from '@shared/agreement/article-agreement'
import { foldRecord } from '@shared/changes/fold'
import type { Article } from '@shared/domain/article'
import { agreementCsv } from '@shared/formats/csv-agreement'
import { NotebookMemory } from '@shared/notebook/notebook-view'
import { Colleague } from '@test/support/colleague'
import { describe, expect, it } from 'vitest'

const PARAGRAPHS = ['The quay is sinking.', 'The board met.', 'Ferries still run.']

async function coded() {
  const ada = new Colleague('Ada')
  const article = await ada.capture('The quay', PARAGRAPHS)
  const bram = new Colleague('Bram')
  bram.meet(ada)
  const tag = ada.tag('harbour')
  const shared = ada.mark(article, 'quay is', {}, tag)
  const alone = ada.mark(article, 'Ferries', {}, tag)
  bram.mark(article, 'quay is', {}, tag)
  bram.mark(article, 'board', { motivation: 'commenting', comment: 'Who?' })
  ada.meet(bram)
  const view = new NotebookMemory()
  view.put(ada.histories().map(foldRecord))
  const offsets = PARAGRAPHS.map((paragraph) => article.text.indexOf(paragraph))
  return { view, article, offsets, tag, shared, alone, ada, bram }
}

describe('agreement on an article', () => {
  it('is told by block for kinds first, then tags, with who marked how many', async () => {
    const { view, article, offsets, tag, ada } = await coded()
    const agreement = agreementOn(view, article.articleId, offsets, article.text.length)
    expect(agreement?.units).toBe(3)
    expect(agreement?.categories.map(({ category }) => category)).toEqual(['highlighting', 'commenting', tag])
    const tagged = agreement?.categories[2]
    const isAdaFirst = agreement?.coders[0] === ada.id
    expect(tagged?.marked).toEqual(isAdaFirst ? [2, 1] : [1, 2])
    // Two blocks of three agree: (2/3 − 4/9) / (1 − 4/9).
    expect(tagged?.kappa).toBeCloseTo(0.4, 6)
    expect(tagged?.alpha).toBeCloseTo(4 / 9, 6)
  })

  it('names the passages that one marked and the other did not, with the annotation that leads there', async () => {
    const { view, article, offsets, alone, ada } = await coded()
    const tagged = agreementOn(view, article.articleId, offsets, article.text.length)?.categories[2]
    const start = article.text.indexOf('Ferries')
    expect(tagged?.differing).toEqual([{ start, end: start + 7, coders: [ada.id], annotation: alone }])
  })

  it('is nothing where only one person marked something', async () => {
    const ada = new Colleague('Ada')
    const article = await ada.capture('The quay', PARAGRAPHS)
    ada.mark(article, 'quay')
    const view = new NotebookMemory()
    view.put(ada.histories().map(foldRecord))
    expect(codersOf(view, view.find('article', article.articleId) as Article)).toEqual([ada.id])
    expect(agreementOn(view, article.articleId, [0], 10)).toBeNull()
  })

  it('is written as a table', async () => {
    const { view, article, offsets } = await coded()
    const agreement = agreementOn(view, article.articleId, offsets, article.text.length)
    const csv = agreementCsv(agreement ? [agreement] : [], {
      articleName: () => 'The "quay"',
      categoryName: (category) => category,
      coderName: () => 'Somebody',
    })
    const lines = csv.trimEnd().split('\r\n')
    expect(lines.length).toBe(4)
    expect(lines[1]).toMatch(/^"The ""quay""",highlighting,Somebody; Somebody,3,/)
  })
})
