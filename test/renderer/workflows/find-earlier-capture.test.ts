import { findEarlierCapture } from '@renderer/workflows/find-earlier-capture'
import { importArticle } from '@renderer/workflows/import-article'
import { canKeepApart, keepApart } from '@renderer/workflows/keep-apart'
import type { WorkflowContext } from '@renderer/workflows/workflow-context'
import type { ArticleDraft } from '@shared/intake/article-draft'
import { fakeHost } from '@test/support/fake-host'
import { makeArticle } from '@test/support/make-article'
import { memoryNotebook } from '@test/support/memory-notebook'
import { beforeEach, describe, expect, it } from 'vitest'

const BLOCKS = makeArticle(400, 1)
const OTHER_BLOCKS = makeArticle(400, 2)
/** The first half as it was, and a second that was written anew. */
const REWRITTEN = [...BLOCKS.slice(0, 3), ...makeArticle(250, 3)]
const CORRECTED = BLOCKS.map((block, at) =>
  at === 2 ? { ...block, text: `${block.text} Corrected.` } : block,
)

const DRAFT: ArticleDraft = {
  title: 'The old quay',
  byline: null,
  authors: [],
  source: 'The Test Herald',
  url: 'https://www.herald.example/quay?utm_source=mail',
  doi: null,
  publishedTime: null,
  lang: 'en',
  dir: 'ltr',
  excerpt: null,
  blocks: BLOCKS,
  originalName: 'quay.html',
}

let context: WorkflowContext
let known: string

beforeEach(async () => {
  context = { notebook: memoryNotebook(), host: fakeHost() }
  const kept = await importArticle(context, DRAFT)
  known = kept.ok ? kept.value.id : ''
})

const find = async (change: Partial<ArticleDraft>) =>
  (await findEarlierCapture(context, { ...DRAFT, ...change }))?.id ?? null

describe('an article that is captured again', () => {
  it('is known by its address, however it is written, once its text goes back to the same one', async () => {
    const moved = { url: 'http://herald.example/quay/#top', title: 'The quay, rewritten' }
    expect(await find({ ...moved, blocks: REWRITTEN })).toBe(known)
    expect(await find({ ...moved, blocks: OTHER_BLOCKS })).toBeNull()
  })

  it('is known by its DOI', async () => {
    const doi = { doi: 'https://doi.org/10.1234/QUAY.5', url: null }
    const paper = await importArticle(context, { ...DRAFT, ...doi, title: 'Quays', blocks: OTHER_BLOCKS })
    const corrected = OTHER_BLOCKS.slice(1)
    expect(await find({ doi: '10.1234/quay.5', url: null, title: 'On quays', blocks: corrected })).toBe(
      paper.ok ? paper.value.id : '',
    )
  })

  it('is known by title and text where it has no address, as when it was pasted', async () => {
    const pasted = { url: null, source: null, title: 'The Old Quay' }
    expect(await find({ ...pasted, blocks: CORRECTED })).toBe(known)
    expect(await find({ ...pasted, blocks: REWRITTEN })).toBeNull()
    expect(await find({ ...pasted, title: 'The new quay', blocks: CORRECTED })).toBeNull()
  })

  it('is not the same story in another paper', async () => {
    const elsewhere = { url: 'https://courier.example/quay', source: 'The Courier', blocks: CORRECTED }
    expect(await find(elsewhere)).toBeNull()
    expect(await find({ ...elsewhere, url: null })).toBeNull()
  })
})

describe('keeping a capture', () => {
  it('adds a version with what was not known, keeps what was, and the older text', async () => {
    const again = { ...DRAFT, title: 'The quay', byline: 'By Ada Quill', source: 'Herald', blocks: CORRECTED }
    const kept = await importArticle(context, again)
    expect(kept.ok && kept.value).toMatchObject({ id: known, title: 'The old quay', isNew: false })
    const article = context.notebook.view.find('article', known)
    expect(article?.fields).toMatchObject({ byline: 'By Ada Quill', source: 'The Test Herald' })
    const [first, second] = context.notebook.view.by('versionsByArticle', known)
    expect(article?.fields.currentVersion).toBe(second?.id)
    expect(second?.fields).toMatchObject({ reason: 'recaptured', basedOn: first?.id })
    expect(await context.notebook.blocksOf(first?.id ?? '')).toEqual(BLOCKS)
  })

  it('adds nothing when the very text is there already', async () => {
    const kept = await importArticle(context, { ...DRAFT, url: null, title: 'Elsewhere' })
    expect(kept.ok && kept.value).toMatchObject({ id: known, isNew: false, version: null })
    expect(context.notebook.view.all('version').length).toBe(1)
  })

  it('can part what was taken for one article', async () => {
    await importArticle(context, { ...DRAFT, blocks: CORRECTED })
    const { view } = context.notebook
    const [first, second] = view.by('versionsByArticle', known)
    expect(canKeepApart(view, first?.id ?? '')).toBe(false)
    const parted = await keepApart(context, second?.id ?? '')
    const own = view.find('article', (parted.ok && parted.value) || '')
    expect(own?.fields).toMatchObject({ title: 'The old quay', currentVersion: second?.id })
    expect(view.find('article', known)?.fields.currentVersion).toBe(first?.id)
    expect(view.by('versionsByArticle', known).map(({ id }) => id)).toEqual([first?.id])
  })
})
