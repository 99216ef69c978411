import type { Id } from '../base/ids'
import { passageText } from '../domain/annotation'
import type { Article } from '../domain/article'
import { resolveEntity } from '../domain/entity'
import { foldForSearch } from '../notebook/find-records'
import type { NotebookView } from '../notebook/notebook-view'
import { memoizeByRevision } from './memoize-by-revision'

/** Who or what a piece of evidence ultimately comes from, and the way it took. */
export interface Origin {
  /** `entity:<id>` where the source is known as one, else `name:<folded name>` or `article:<id>`. */
  readonly key: string
  readonly label: string
  /** Keys of those it passed through, from the article towards the origin, the origin last. */
  readonly chain: readonly string[]
  /** The words, to find copies by. */
  readonly text: string
}

/** Names and aliases of entities, folded; a name of several entities stands for none of them. */
const entitiesByName = memoizeByRevision((view) => {
  const found = new Map<string, Id | null>()
  for (const { id, fields } of view.all('entity')) {
    const entity = resolveEntity(id, (other) => view.find('entity', other))
    for (const name of [fields.name, ...fields.aliases]) {
      const key = foldForSearch(name).trim()
      found.set(key, found.has(key) && found.get(key) !== entity ? null : entity)
    }
  }
  return found
})

function entitySource(view: NotebookView, id: Id): { key: string; label: string } {
  const entity = resolveEntity(id, (other) => view.find('entity', other))
  return { key: `entity:${entity}`, label: view.find('entity', entity)?.fields.name ?? 'Somebody' }
}

/** The source of a name: newspapers and agencies are written as names in articles and kept as entities in quotes. */
function namedSource(view: NotebookView, name: string): { key: string; label: string } {
  const folded = foldForSearch(name).trim()
  const entity = entitiesByName(view).get(folded)
  return entity ? entitySource(view, entity) : { key: `name:${folded}`, label: name.trim() }
}

/** Where an article's own statements come from: the agency it took over, else its outlet, else itself. */
function articleChain(view: NotebookView, article: Article | undefined): { key: string; label: string }[] {
  if (!article) return []
  const { source, origin, title } = article.fields
  const chain = [source, origin]
    .filter((name) => name?.trim())
    .map((name) => namedSource(view, name as string))
  return chain.length > 0 ? chain : [{ key: `article:${article.id}`, label: title || 'Untitled article' }]
}

/**
 * Traces evidence to its origin. A quote comes from its speaker, or from the last who passed it on where no speaker is
 * known; anything else from the agency, outlet or article that printed it. Null for what is not there.
 */
export function traceOrigin(view: NotebookView, id: Id): Origin | null {
  const record = view.get(id)
  if (!record) return null
  const finish = (steps: { key: string; label: string }[], text: string): Origin => {
    const last = steps.at(-1) ?? { key: `record:${id}`, label: 'Your own notes' }
    return { ...last, chain: steps.map(({ key }) => key), text }
  }
  switch (record.kind) {
    case 'quote': {
      const { articleId, annotationId, speakerId, reportedBy } = record.fields
      const passage = view.find('annotation', annotationId)
      const relayed = [...reportedBy, ...(speakerId ? [speakerId] : [])].map((other) =>
        entitySource(view, other),
      )
      const steps = [...articleChain(view, view.find('article', articleId)), ...relayed]
      return finish(steps, passage ? passageText(passage) : '')
    }
    case 'annotation':
      return finish(articleChain(view, view.find('article', record.fields.articleId)), passageText(record))
    case 'article':
      return finish(articleChain(view, record), '')
    case 'entity':
      return finish([entitySource(view, id)], '')
    default:
      return finish([], '')
  }
}
