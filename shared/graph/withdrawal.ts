import type { Id } from '../base/ids'
import type { ClaimStatus } from '../domain/claim'
import { findEntity } from '../notebook/find-entity'
import type { NotebookView } from '../notebook/notebook-view'
import { derivedStatus, evidenceIdOf, weighedNow, weighNotebook } from './claim-status'
import { traceOrigin } from './origins'

/** A claim whose derived status changes when a source is withdrawn. */
export interface Fallen {
  readonly claim: Id
  readonly before: ClaimStatus
  readonly after: ClaimStatus
}

/** Whether evidence rests on a source: an article, a person or agency it passed through, or an origin's key. */
export function restsOn(view: NotebookView, evidence: Id, source: string): boolean {
  if (evidence === source) return true
  const record = view.get(evidence)
  if (record && 'articleId' in record.fields && record.fields.articleId === source) return true
  const chain = traceOrigin(view, evidence)?.chain ?? []
  return chain.includes(source) || chain.includes(`entity:${source}`)
}

/** What falls, or rises, if a source is withdrawn: an article, person or agency by id, or an origin by key. */
export function whatFalls(view: NotebookView, source: string): Fallen[] {
  const now = weighedNow(view)
  const without = weighNotebook(view, (evidence) => restsOn(view, evidence, source))
  return view
    .all('claim')
    .map(({ id }) => ({ claim: id, before: derivedStatus(now, id), after: derivedStatus(without, id) }))
    .filter(({ before, after }) => before !== after)
}

const BEARINGS = new Set(['supports', 'contradicts', 'qualifies'])

/** The claims that evidence from a source bears on at once, for or against or limiting them, oldest first. */
export function claimsResting(view: NotebookView, source: string): Id[] {
  const claims = new Set<Id>()
  for (const { fields } of view.all('link')) {
    if (!BEARINGS.has(fields.relation)) continue
    const [claim, other] = view.find('claim', fields.to) ? [fields.to, fields.from] : [fields.from, fields.to]
    if (claims.has(claim) || !view.find('claim', claim)) continue
    const evidence = evidenceIdOf(view, other)
    if (evidence !== null && !view.find('claim', evidence) && restsOn(view, evidence, source))
      claims.add(claim)
  }
  return [...claims].sort()
}

/** Something that may be withdrawn, by what `whatFalls` takes, with its name. */
export interface Withdrawable {
  readonly source: string
  readonly label: string
}

/** What a piece of evidence rests on: itself, its article, who said it and who passed it on, and its origin. */
export function sourcesOf(view: NotebookView, evidence: Id): Withdrawable[] {
  const record = view.get(evidence)
  const found = new Map<string, string>()
  const add = (source: string, label: string | undefined) => {
    if (label && !found.has(source)) found.set(source, label)
  }
  if (record?.kind !== 'article' && record?.kind !== 'entity') add(evidence, 'this passage')
  const articleId = record && 'articleId' in record.fields ? record.fields.articleId : evidence
  const article = view.find('article', articleId)
  if (article) add(articleId, `the article “${article.fields.title || 'Untitled article'}”`)
  const people =
    record?.kind === 'quote' ? [record.fields.speakerId, ...record.fields.reportedBy] : [evidence]
  for (const id of people) {
    const entity = id ? findEntity(view, id) : undefined
    if (entity) add(entity.id, entity.fields.name)
  }
  const origin = traceOrigin(view, evidence)
  const isKnown = [...found.keys()].some(
    (id) => origin?.key === `entity:${id}` || origin?.key === `article:${id}`,
  )
  if (origin && !isKnown && !origin.key.startsWith('record:')) add(origin.key, origin.label)
  return [...found].map(([source, label]) => ({ source, label }))
}
