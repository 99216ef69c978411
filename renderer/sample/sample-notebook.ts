import { describePassage } from '@shared/anchoring/selector'
import { makeStamp, type Stamp } from '@shared/base/clock'
import { hashText } from '@shared/base/hash-text'
import type { Id } from '@shared/base/ids'
import type { Json } from '@shared/base/json'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import type { Hue, Motivation } from '@shared/domain/annotation'
import { type Block, blocksToText } from '@shared/domain/block'
import type { EntityType } from '@shared/domain/entity'
import type { FieldsOf, Kind } from '@shared/domain/kinds'
import type { BuiltInRelation } from '@shared/domain/relation'
import { BARRIER_REPORT, FUND_REPORT } from './articles'

/** Fixed ids and one fixed stamp: opening the sample twice adds nothing the second time. */
const sampleId = (number: number): Id => `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
const AUTHOR = sampleId(1)
const STAMP: Stamp = makeStamp(Date.UTC(2026, 4, 20, 9), 0, AUTHOR)
const CAPTURED = '2026-05-20T09:00:00.000Z'

class SampleWriter {
  readonly histories: RecordHistory[] = []
  #next = 2

  add<K extends Kind>(kind: K, fields: FieldsOf<K>, id: Id = sampleId(this.#next++)): Id {
    this.histories.push({ id, kind, changes: [{ stamp: STAMP, set: fields as never }] })
    return id
  }

  async article(title: string, source: string, author: string, date: string, blocks: readonly Block[]) {
    const text = blocksToText(blocks)
    const versionId = sampleId(this.#next++)
    const articleId = this.add('article', {
      title,
      authors: [author],
      byline: `By ${author}`,
      source,
      url: null,
      doi: null,
      publishedTime: date,
      capturedTime: CAPTURED,
      lang: 'en',
      dir: 'ltr',
      excerpt: blocks[0]?.text ?? null,
      currentVersion: versionId,
      origin: null,
    })
    const version = {
      articleId,
      blocks,
      textHash: await hashText(text),
      capturedTime: CAPTURED,
      reason: 'captured',
      basedOn: null,
      originalName: null,
    } as const
    this.add('version', version, versionId)
    return { articleId, versionId, text }
  }
}

type SampleArticle = Awaited<ReturnType<SampleWriter['article']>>

/** The passage that begins at the first place of `exact`; the sample's own text is known to hold it. */
function passage(article: SampleArticle, exact: string) {
  const start = article.text.indexOf(exact)
  if (start < 0) throw new Error(`The sample article lacks “${exact}”.`)
  return describePassage(article.text, start, start + exact.length)
}

function annotate(
  writer: SampleWriter,
  article: SampleArticle,
  exact: string,
  motivation: Motivation,
  more: { color?: Hue; comment?: string; claimId?: Id; tag?: Id } = {},
): Id {
  return writer.add('annotation', {
    articleId: article.articleId,
    target: { versionId: article.versionId, passages: [passage(article, exact)] },
    motivation,
    color: more.color ?? 'amber',
    comment: more.comment ?? '',
    claimId: more.claimId ?? null,
    ...(more.tag ? { [`tag:${more.tag}`]: true } : {}),
  })
}

function quote(
  writer: SampleWriter,
  article: SampleArticle,
  exact: string,
  cue: string,
  speakerId: Id,
  date: string,
) {
  const annotationId = annotate(writer, article, exact, 'quoting', { color: 'indigo' })
  return writer.add('quote', {
    articleId: article.articleId,
    annotationId,
    quoteKind: 'direct',
    speakerId,
    source: null,
    cue: passage(article, cue),
    date,
    place: null,
    addressee: null,
    reportedBy: [],
    confidence: null,
  })
}

const person = (
  name: string,
  role: string,
  entityType: EntityType = 'person',
  aliases: readonly string[] = [],
) => ({ entityType, name, aliases, role, description: '', mergedInto: null }) as const

const claim = (text: string, status: 'unverified' | 'disputed') =>
  ({ text, status, certainty: 'possible', comment: '' }) as const

const link = (from: Id, to: Id, relation: BuiltInRelation, comment = '') => ({ from, to, relation, comment })

const textNode = (text: string) => ({
  type: 'text',
  version: 1,
  text,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
})
const reference = (target: Id, text: string) => ({ type: 'reference', version: 1, target, text })

function paragraphs(...lines: readonly (readonly Json[])[]): Json {
  const frame = { version: 1, direction: 'ltr', format: '', indent: 0 }
  const children = lines.map((line) => ({
    type: 'paragraph',
    ...frame,
    textFormat: 0,
    textStyle: '',
    children: line,
  }))
  return { root: { type: 'root', ...frame, children } }
}

/** The sample notebook, to be taken in like a colleague's: two invented articles with all that hangs on them. */
export async function makeSampleNotebook(): Promise<{
  histories: RecordHistory[]
  notes: TransactionNote[]
}> {
  const writer = new SampleWriter()
  writer.add('contributor', { name: 'Sample notebook', publicKey: null, color: 'moss' }, AUTHOR)
  const barrier = await writer.article(
    'Lindmouth to vote on a barrier against the sea',
    'Lindmouth Courier',
    'Hanne Voss',
    '2026-05-13',
    BARRIER_REPORT,
  )
  const fund = await writer.article(
    'Flood fund: no promise to Lindmouth',
    'The Northern Ledger',
    'Edda Marsh',
    '2026-05-15',
    FUND_REPORT,
  )
  const money = writer.add('tag', { label: 'Money', parentId: null, color: 'moss', mergedInto: null })
  const solvang = writer.add(
    'entity',
    person('Ingrid Solvang', 'Mayor of Lindmouth', 'person', ['Ms. Solvang', 'Mayor Solvang']),
  )
  const reyk = writer.add('entity', person('Tomas Reyk', 'Hydraulic engineer'))
  const ellery = writer.add('entity', person('Maud Ellery', 'Chair of the boat owners’ association'))
  const halvorsen = writer.add('entity', person('Peer Halvorsen', 'Director of the regional flood fund'))
  const pays = writer.add(
    'claim',
    claim('The regional flood fund will pay two thirds of the barrier.', 'disputed'),
  )
  const works = writer.add(
    'claim',
    claim('The barrier would have kept the old town dry in every flood since 1953.', 'unverified'),
  )
  const neglect = quote(
    writer,
    barrier,
    'We have pumped out the same streets four times in nine years',
    'told',
    solvang,
    '2026-05-12',
  )
  quote(writer, barrier, 'The question is not whether the barrier works', 'he said', reyk, '2026-05-12')
  quote(writer, barrier, 'They asked the river on paper', 'said', ellery, '2026-05-12')
  const denial = quote(
    writer,
    fund,
    'Our rules cap any single project at forty per cent.',
    'said',
    halvorsen,
    '2026-05-14',
  )
  annotate(writer, barrier, 'the regional flood fund would pay two thirds of it', 'claiming', {
    claimId: pays,
    color: 'clay',
    tag: money,
  })
  annotate(
    writer,
    barrier,
    'the gates would have kept the old town dry in every flood since 1953',
    'claiming',
    { claimId: works, color: 'clay' },
  )
  annotate(writer, barrier, 'expected to cost 84 million crowns', 'highlighting', { tag: money })
  annotate(writer, barrier, 'impossible to reconstruct', 'commenting', {
    color: 'sky',
    comment: 'Ask the harbour office for the dredging accounts.',
  })
  annotate(writer, fund, 'The council’s minutes record the words “will pay”.', 'highlighting', {
    color: 'rose',
    tag: money,
  })
  writer.add('link', link(denial, pays, 'contradicts', 'The cap rules out two thirds.'))
  writer.add('link', link(fund.articleId, barrier.articleId, 'respondsTo'))
  writer.add('note', {
    title: 'What to ask before the vote',
    private: false,
    content: paragraphs(
      [
        textNode('The mayor says '),
        reference(pays, 'The regional flood fund will pay two thirds of the barrier.'),
        textNode(' The director disagrees: '),
        reference(denial, 'Our rules cap any single project at forty per cent.'),
      ],
      [
        textNode('Ask both for the application itself. See also '),
        reference(neglect, 'We have pumped out the same streets four times in nine years'),
        textNode('.'),
      ],
    ),
  })
  return {
    histories: writer.histories.sort((a, b) => (a.id < b.id ? -1 : 1)),
    notes: [{ stamp: STAMP, intent: 'sample' }],
  }
}
