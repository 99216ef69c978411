import type { Id } from '../base/ids'
import type { Entity } from '../domain/entity'
import type { Quote } from '../domain/quote'
import { findEntity } from './find-entity'
import type { NotebookView } from './notebook-view'

/** Entities that stand for themselves: those merged into others are left out. */
export function listEntities(view: NotebookView): Entity[] {
  return view.all('entity').filter(({ id }) => findEntity(view, id)?.id === id)
}

/** The entity and all that were merged into it, the entity first. */
export function mergedWith(view: NotebookView, id: Id): Entity[] {
  const found: Entity[] = []
  const visit = (current: Id) => {
    const entity = view.find('entity', current)
    if (!entity || found.includes(entity)) return
    found.push(entity)
    for (const merged of view.by('entitiesByMerge', current)) visit(merged.id)
  }
  visit(id)
  return found
}

/** When a quote was said: its own date, or else the article's. */
export function dateOfQuote(view: NotebookView, quote: Quote): string | null {
  return quote.fields.date ?? view.find('article', quote.fields.articleId)?.fields.publishedTime ?? null
}

/** All that an entity said under any of its names, earliest first; what has no date comes last. */
export function saidBy(view: NotebookView, id: Id): Quote[] {
  return mergedWith(view, id)
    .flatMap((entity) => view.by('quotesBySpeaker', entity.id))
    .map((quote) => ({ quote, date: dateOfQuote(view, quote) ?? '9999' }))
    .sort((a, b) => (a.date === b.date ? (a.quote.id < b.quote.id ? -1 : 1) : a.date < b.date ? -1 : 1))
    .map(({ quote }) => quote)
}
