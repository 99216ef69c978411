import type { Id } from '../base/ids'
import { membersOf } from '../domain/member-fields'
import { needsOf } from './needs'
import type { NotebookView } from './notebook-view'

/** Which part of a notebook is meant. */
export type Scope =
  | { readonly reach: 'everything' }
  /** Articles and tags, each with all that hangs on it. */
  | { readonly reach: 'around'; readonly roots: readonly Id[] }
  /** These things and no others, such as those of a graph, with what they cannot do without. */
  | { readonly reach: 'exactly'; readonly things: readonly Id[] }

/** A tag and all below it. */
function tagsBelow(view: NotebookView, root: Id): Set<Id> {
  const found = new Set<Id>()
  const visit = (tag: Id) => {
    if (found.has(tag)) return
    found.add(tag)
    for (const { id } of view.by('tagsByParent', tag)) visit(id)
  }
  if (view.find('tag', root)) visit(root)
  return found
}

/** What hangs on an article: its passages, their quotes, what was decided. */
function hangingOnArticle(view: NotebookView, article: Id): Id[] {
  return [
    ...view.by('annotationsByArticle', article),
    ...view.by('quotesByArticle', article),
    ...view.by('decisionsByArticle', article),
  ].map(({ id }) => id)
}

/** What bears one of the tags; an article that does brings along all that hangs on it. */
function bearing(view: NotebookView, tags: ReadonlySet<Id>): Id[] {
  if (tags.size === 0) return []
  const kinds = ['article', 'annotation', 'claim', 'entity', 'note'] as const
  const bearers = kinds.flatMap((kind) =>
    view.all(kind).filter(({ fields }) => membersOf(fields, 'tag').some((tag) => tags.has(tag))),
  )
  return bearers.flatMap(({ kind, id }) => (kind === 'article' ? [id, ...hangingOnArticle(view, id)] : [id]))
}

function rootsOf(view: NotebookView, scope: Exclude<Scope, { reach: 'everything' }>): Id[] {
  if (scope.reach === 'exactly') return [...scope.things]
  return scope.roots.flatMap((root) => {
    const tags = tagsBelow(view, root)
    return [root, ...tags, ...bearing(view, tags), ...hangingOnArticle(view, root)]
  })
}

/**
 * The records of a part of the notebook, closed so that nothing in it points outside of it: with what its records need, the
 * quotes on its passages, and the links between its ends. Null stands for everything. Contributors are not among them: who
 * had a hand in a record only its history tells.
 */
export function selectRecords(view: NotebookView, scope: Scope): ReadonlySet<Id> | null {
  if (scope.reach === 'everything') return null
  const chosen = new Set<Id>()
  const take = (id: Id) => {
    const record = view.get(id)
    if (!record || chosen.has(id)) return
    chosen.add(id)
    for (const need of needsOf(record)) take(need)
    if (record.kind === 'article') for (const version of view.by('versionsByArticle', id)) take(version.id)
  }
  rootsOf(view, scope).forEach(take)
  for (const id of [...chosen]) for (const quote of view.by('quotesByAnnotation', id)) take(quote.id)
  for (const link of view.all('link'))
    if (chosen.has(link.fields.from) && chosen.has(link.fields.to)) take(link.id)
  return chosen
}
