import { createAnnotation, type SelectedPassage } from '@renderer/workflows/create-annotation'
import { createClaim } from '@renderer/workflows/create-claim'
import { createLink } from '@renderer/workflows/create-link'
import { createQuote, editQuote, guessQuoteKind, type QuoteWish } from '@renderer/workflows/create-quote'
import { commentAnnotation } from '@renderer/workflows/edit-annotation'
import { createTaggedPassage, untagRecord } from '@renderer/workflows/tag-record'
import type { WorkflowContext } from '@renderer/workflows/workflow-context'
import { newId } from '@shared/base/ids'
import { hueOf } from '@shared/domain/hue-of'
import { tagsOf } from '@shared/domain/member-fields'
import { fakeHost } from '@test/support/fake-host'
import { memoryNotebook } from '@test/support/memory-notebook'
import { beforeEach, describe, expect, it } from 'vitest'

const TEXT = 'She said “the quay will hold”. 👩‍👩‍👧 came to see it.'
const NOBODY: QuoteWish = { speaker: '', quoteKind: 'direct', date: '', place: '', reportedBy: [] }

let context: WorkflowContext
let passage: SelectedPassage

beforeEach(() => {
  context = { notebook: memoryNotebook(), host: fakeHost() }
  passage = { articleId: newId(), versionId: newId(), text: TEXT, spans: [[10, 28]] }
})

const view = () => context.notebook.view

describe('marking a passage', () => {
  it('keeps its place, its words and what stands around them', async () => {
    const { id, saved } = createAnnotation(context, passage)
    expect((await saved).ok).toBe(true)
    expect(view().find('annotation', id)?.fields.target.passages).toEqual([
      {
        start: 10,
        end: 28,
        exact: 'the quay will hold',
        prefix: 'She said “',
        suffix: expect.stringContaining('”. '),
      },
    ])
  })

  it('makes a highlight a comment by what is written, and a highlight again without it', async () => {
    const { id } = createAnnotation(context, passage)
    const annotation = () => view().find('annotation', id)
    await commentAnnotation(context, annotation() as never, 'Ask again')
    expect(annotation()?.fields.motivation).toBe('commenting')
    await commentAnnotation(context, annotation() as never, '')
    expect(annotation()?.fields.motivation).toBe('highlighting')
  })
})

describe('quoting', () => {
  it('makes an unknown speaker, and knows them again by name however it is written', () => {
    createQuote(context, passage, { ...NOBODY, speaker: 'Zoë Quill' })
    createQuote(context, passage, { ...NOBODY, speaker: ' zoe quill ' })
    expect(view().all('entity').length).toBe(1)
    const [first, second] = view().all('quote')
    expect(second?.fields.speakerId).toBe(first?.fields.speakerId)
  })

  it('colours the passage by its speaker, and anew when the speaker changes', async () => {
    const { id } = createQuote(context, passage, { ...NOBODY, speaker: 'Ada' })
    const [quote] = view().by('quotesByAnnotation', id)
    await editQuote(context, quote as never, { ...NOBODY, speaker: 'Bram' }).saved
    const bram = view()
      .all('entity')
      .find(({ fields }) => fields.name === 'Bram')
    expect(view().find('annotation', id)?.fields.color).toBe(hueOf(bram?.id ?? ''))
  })

  it('tells direct from indirect and mixed speech by quotation marks', () => {
    expect(guessQuoteKind('“The quay will hold”')).toBe('direct')
    expect(guessQuoteKind('the quay “will hold” for years')).toBe('mixed')
    expect(guessQuoteKind('that the quay will hold')).toBe('indirect')
  })
})

describe('claims, tags and links', () => {
  it('lets several passages make one claim', () => {
    const wish = { claimId: null, text: 'The quay holds', status: 'unverified', certainty: null } as const
    createClaim(context, passage, wish)
    const claim = view().all('claim')[0]?.id ?? ''
    createClaim(context, passage, { ...wish, claimId: claim })
    expect(view().all('claim').length).toBe(1)
    expect(view().by('annotationsByClaim', claim).length).toBe(2)
  })

  it('uses a tag that is there and makes one that is not', async () => {
    const { id } = createTaggedPassage(context, passage, ['Harbour'])
    createTaggedPassage(context, passage, ['harbour', 'Money'])
    expect(
      view()
        .all('tag')
        .map(({ fields }) => fields.label),
    ).toEqual(['Harbour', 'Money'])
    const [tag] = tagsOf(view().find('annotation', id) as never)
    await untagRecord(context, 'annotation', id, tag as string)
    expect(tagsOf(view().find('annotation', id) as never)).toEqual([])
  })

  it('adds a kind of link with its inverse name', () => {
    const from = createAnnotation(context, passage).id
    const to = createAnnotation(context, passage).id
    createLink(context, from, {
      to,
      relation: { label: 'echoes', inverse: 'is echoed in', symmetric: false },
      comment: '',
    })
    const [relation] = view().all('relation')
    expect(relation?.fields).toMatchObject({ label: 'echoes', inverse: 'is echoed in' })
    expect(view().by('linksByEnd', to)[0]?.fields.relation).toBe(relation?.id)
  })
})
