import type { Id } from '../base/ids'
import type { Json } from '../base/json'
import { type Edit, edit } from '../changes/compose'
import type { Article, ArticleFields } from '../domain/article'
import { memberField, membersOf, tagsOf } from '../domain/member-fields'
import { isDeleted } from '../domain/record'
import type { NotebookView } from './notebook-view'

/** Two articles that are one: `other`'s versions and passages go to `kept`. */
export interface ArticleJoin {
  readonly kept: Id
  readonly other: Id
}

const joinedTo = (article: Article): Id[] => membersOf(article.fields, 'joined')

function articleOfId(view: NotebookView, id: Id): Article | undefined {
  const record = view.get(id)
  return record?.kind === 'article' ? record : undefined
}

/**
 * The article that an id stands for after all joins. Two people may have joined a pair in opposite directions; then the smallest
 * id of the circle stands for all of it, whoever asks.
 */
export function findJoined(view: NotebookView, id: Id): Id {
  const seen: Id[] = []
  let current = id
  while (!seen.includes(current)) {
    seen.push(current)
    const article = articleOfId(view, current)
    const next = article && isDeleted(article) ? joinedTo(article)[0] : undefined
    if (next === undefined) return current
    current = next
  }
  return seen.slice(seen.indexOf(current)).sort()[0] ?? current
}

/** Which of two copies stays: everybody who is asked decides alike. The one with a text does; of two, the one captured first. */
export function orderJoin(one: Id, other: Id, hasText: (article: Id) => boolean): ArticleJoin {
  const [first, second] = [one, other].sort() as [Id, Id]
  return hasText(second) && !hasText(first) ? { kept: second, other: first } : { kept: first, other: second }
}

/**
 * Articles that were joined to another and still have something of their own: what a colleague who did not know of it yet has
 * made on their copy meanwhile.
 */
export function findStragglers(view: NotebookView): ArticleJoin[] {
  return view.trash().flatMap((record): ArticleJoin | [] => {
    if (record.kind !== 'article' || joinedTo(record).length === 0) return []
    const kept = findJoined(view, record.id)
    const target = articleOfId(view, kept)
    if (!target || (isDeleted(target) && joinedTo(target).length === 0)) return []
    return (kept === record.id ? isDeleted(target) : hasOwn(view, record.id))
      ? { kept, other: record.id }
      : []
  })
}

function hasOwn(view: NotebookView, id: Id): boolean {
  const indexes = ['versionsByArticle', 'annotationsByArticle', 'quotesByArticle', 'linksByEnd'] as const
  return indexes.some((index) => view.by(index, id).length > 0)
}

/** The wishes that make one article with two versions of two articles, as one can take them back. Passages keep the version they were made on. */
export function planJoin(view: NotebookView, { kept, other }: ArticleJoin): Edit[] {
  const [target, copy] = [articleOfId(view, kept), articleOfId(view, other)]
  if (!target || !copy) return []
  if (kept === other) return [edit('article', kept, standAlone(target))]
  return [
    ...view.by('versionsByArticle', other).map(({ id }) => edit('version', id, { articleId: kept })),
    ...view.by('annotationsByArticle', other).map(({ id }) => edit('annotation', id, { articleId: kept })),
    ...view.by('quotesByArticle', other).map(({ id }) => edit('quote', id, { articleId: kept })),
    ...view.by('decisionsByArticle', other).map(({ id }) => edit('decision', id, { articleId: kept })),
    ...planReferences(view, kept, other),
    edit('article', kept, { ...fillGaps(target, copy), ...standAlone(target) }),
    edit('article', other, { [memberField('joined', kept)]: true, deleted: true }),
  ]
}

/** What names the copy names the kept one instead. */
function planReferences(view: NotebookView, kept: Id, other: Id): Edit[] {
  const links = view.by('linksByEnd', other).map(({ id, fields: { from, to } }) =>
    edit('link', id, {
      ...(from === other ? { from: kept } : {}),
      ...(to === other ? { to: kept } : {}),
    }),
  )
  const notes = view.by('notesByReference', other).map(({ id, fields }) =>
    // An id stands for nothing else wherever it occurs.
    edit('note', id, { content: JSON.parse(JSON.stringify(fields.content).replaceAll(other, kept)) as Json }),
  )
  return [...links, ...notes]
}

/** The smallest of a circle of joins comes back from the trash and is joined to nothing. */
function standAlone(article: Article): Partial<ArticleFields> {
  if (!isDeleted(article) || joinedTo(article).length === 0) return {}
  const fields: Record<string, boolean> = { deleted: false }
  for (const id of joinedTo(article)) fields[memberField('joined', id)] = false
  return fields as Partial<ArticleFields>
}

const FILLED = ['byline', 'source', 'url', 'doi', 'publishedTime', 'lang', 'excerpt', 'origin'] as const

/** What only the copy knows: facts that the kept one lacks, and tags. */
function fillGaps({ fields }: Article, copy: Article): Partial<ArticleFields> {
  const filled: Record<string, Json> = {}
  for (const field of FILLED)
    if (fields[field] === null && copy.fields[field] !== null) filled[field] = copy.fields[field]
  if (fields.authors.length === 0 && copy.fields.authors.length > 0) filled.authors = [...copy.fields.authors]
  for (const tag of tagsOf(copy)) filled[memberField('tag', tag)] = true
  return filled as Partial<ArticleFields>
}
