import { makeSampleNotebook } from '@renderer/sample/sample-notebook'
import type { Notebook } from '@renderer/storage/notebook'
import { planAnnotation } from '@renderer/workflows/create-annotation'
import { hashText } from '@shared/base/hash-text'
import { type Id, newId } from '@shared/base/ids'
import { create, type Edit, edit } from '@shared/changes/compose'
import { HUES, type Hue } from '@shared/domain/annotation'
import { type Block, blocksToText } from '@shared/domain/block'
import { CLAIM_STATUSES } from '@shared/domain/claim'
import { makeArticle, makePassages } from '@test/support/make-article'
import { makeRepairTexts } from './repair-texts'

const SCRIPTS: Record<
  string,
  { readonly lang: string; readonly dir: 'ltr' | 'rtl'; readonly blocks: readonly Block[] }
> = {
  rtl: {
    lang: 'ar',
    dir: 'rtl',
    blocks: [
      { type: 'heading', level: 2, text: 'الميناء القديم' },
      { type: 'paragraph', text: 'قال المهندس إن الجسر سيُفتح في الربيع، وإن التقرير رقم 42 صدر أمس.' },
      { type: 'listItem', level: 1, ordered: true, text: 'أولاً: فحص الأساسات' },
      { type: 'listItem', level: 1, ordered: true, text: 'ثانياً: إصلاح الجدار' },
    ],
  },
  cjk: {
    lang: 'ja',
    dir: 'ltr',
    blocks: [
      { type: 'heading', level: 2, text: '港の橋' },
      {
        type: 'paragraph',
        text: '技師は「橋は春に開通する」と述べた。報告書は昨日公表された。👩‍👩‍👧 が集まった。',
      },
    ],
  },
  all: {
    lang: 'en',
    dir: 'ltr',
    blocks: [
      { type: 'heading', level: 1, text: 'Kinds of blocks' },
      {
        type: 'paragraph',
        text: 'A paragraph with bold, italic and a link in it.',
        marks: [
          { type: 'bold', start: 17, end: 21 },
          { type: 'italic', start: 19, end: 29 },
          { type: 'link', start: 36, end: 40, href: 'https://example.org/' },
        ],
      },
      { type: 'listItem', level: 1, ordered: false, text: 'First of a list' },
      { type: 'listItem', level: 2, ordered: true, text: 'Inside it, numbered' },
      { type: 'listItem', level: 2, ordered: true, text: 'And another' },
      { type: 'quotation', text: 'Words that somebody else wrote.' },
      { type: 'preformatted', text: 'lines that\n  matter' },
      { type: 'tableRow', text: 'Year\tShips\tTons' },
      { type: 'tableRow', text: '1902\t41\t9,300' },
      { type: 'caption', text: 'A caption.' },
      { type: 'rule', text: '' },
      { type: 'paragraph', text: 'The end.' },
    ],
  },
}

async function addArticle(
  notebook: Notebook,
  blocks: readonly Block[],
  lang = 'en',
  dir: 'ltr' | 'rtl' = 'ltr',
): Promise<{ readonly articleId: Id; readonly versionId: Id }> {
  const [articleId, versionId] = [newId(), newId()]
  const time = new Date().toISOString()
  await notebook.commit('capture-article', [
    create('article', articleId, {
      title: 'A made-up article',
      authors: [],
      byline: 'By Nobody in Particular',
      source: 'The Test Herald',
      url: null,
      doi: null,
      publishedTime: '2026-02-03',
      capturedTime: time,
      lang,
      dir,
      excerpt: null,
      currentVersion: versionId,
      origin: null,
    }),
    create('version', versionId, {
      articleId,
      blocks,
      textHash: await hashText(blocksToText(blocks)),
      capturedTime: time,
      reason: 'captured',
      basedOn: null,
      originalName: null,
    }),
  ])
  return { articleId, versionId }
}

function annotate(articleId: Id, versionId: Id, text: string, count: number): Edit[] {
  const claims = CLAIM_STATUSES.map((status) => ({ id: newId(), status }))
  const made = claims.map(({ id, status }) =>
    create('claim', id, { text: `A ${status} claim`, status, certainty: null, comment: '' }),
  )
  const annotations = makePassages(text, count).map(({ start, end }, index) => {
    const passage = { articleId, versionId, text, spans: [[start, end] as const] }
    const color = HUES[index % HUES.length] as Hue
    const claim = index % 4 === 0 ? claims[(index / 4) % claims.length] : undefined
    return planAnnotation(newId(), passage, {
      color,
      motivation: claim ? 'claiming' : index % 4 === 1 ? 'quoting' : 'highlighting',
      claimId: claim?.id ?? null,
      comment: index % 4 === 2 ? `Comment ${index}` : '',
    })
  })
  return [...made, ...annotations]
}

/** One quote as three articles print it: whole, cut short, and with another word and another speaker. */
const COPIES = [
  {
    speaker: 'Orla Fenn',
    words: 'The gates will hold the winter tide until the end of May, and then we shall see',
  },
  { speaker: 'Orla Fenn', words: 'The gates will hold the winter tide until the end of May' },
  {
    speaker: 'Peer Quill',
    words: 'The gates should hold the winter tide until the end of May, and then we shall see',
  },
] as const

async function addCopies(notebook: Notebook): Promise<Id> {
  const speakers = new Map<string, Id>()
  const made: Id[] = []
  for (const [day, { speaker, words }] of COPIES.entries()) {
    const text = `“${words},” said ${speaker}.`
    const { articleId, versionId } = await addArticle(notebook, [{ type: 'paragraph', text }])
    const known = speakers.get(speaker)
    const speakerId = known ?? newId()
    const annotationId = newId()
    const passage = { articleId, versionId, text, spans: [[1, 1 + words.length] as const] }
    const person = { entityType: 'person', name: speaker, aliases: [], role: null, description: '' } as const
    const said = { date: null, place: null, addressee: null, reportedBy: [], confidence: null }
    await notebook.commit('fill', [
      edit('article', articleId, { title: `Report ${day + 1}`, publishedTime: `2026-03-0${day + 1}` }),
      ...(known ? [] : [create('entity', speakerId, { ...person, mergedInto: null })]),
      planAnnotation(annotationId, passage, { motivation: 'quoting' }),
      create('quote', newId(), {
        articleId,
        annotationId,
        speakerId,
        quoteKind: 'direct',
        source: null,
        cue: null,
        ...said,
      }),
    ])
    speakers.set(speaker, speakerId)
    made.push(articleId)
  }
  return made[0] ?? ''
}

/** Puts what the address asks for into an empty notebook: the sample, one of the scripts, or so many made-up words. */
export async function fillNotebook(notebook: Notebook, query: URLSearchParams): Promise<Id> {
  const wanted = query.get('text') ?? 'sample'
  const existing = notebook.view.all('article')[0]
  if (existing) return existing.id
  if (wanted === 'sample') {
    await notebook.absorb(await makeSampleNotebook())
    return notebook.view.all('article')[0]?.id ?? ''
  }
  if (wanted === 'repair') {
    const { before, passages } = makeRepairTexts()
    const made = await addArticle(notebook, before)
    const text = blocksToText(before)
    await notebook.commit(
      'fill',
      passages.map((span) => planAnnotation(newId(), { ...made, text, spans: [span] }, {})),
    )
    return made.articleId
  }
  if (wanted === 'copies') return addCopies(notebook)
  const script = SCRIPTS[wanted]
  const blocks = script?.blocks ?? makeArticle(Number(wanted))
  const { articleId, versionId } = await addArticle(notebook, blocks, script?.lang, script?.dir)
  const count = Number(query.get('annotations') ?? 0)
  if (count > 0) await notebook.commit('fill', annotate(articleId, versionId, blocksToText(blocks), count))
  return articleId
}
