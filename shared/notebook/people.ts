import type { Id } from '../base/ids'
import type { Entity } from '../domain/entity'
import type { Quote } from '../domain/quote'
import { findEntity } from './find-entity'
import { foldForSearch } from './find-records'
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

/** Two entities that may be one, with the reason in words. */
export interface LookAlike {
  readonly one: Entity
  readonly other: Entity
  readonly reason: string
}

const namesOf = ({ fields }: Entity) => [fields.name, ...fields.aliases].map(foldForSearch)
const lastWord = (name: string) => name.split(/\s+/).at(-1) ?? ''

function compare(one: Entity, other: Entity): string | null {
  const [left, right] = [namesOf(one), namesOf(other)]
  const shared = left.find((name) => right.includes(name))
  if (shared) return `Both are called “${shared}”`
  const [first, second] = [left[0] ?? '', right[0] ?? '']
  const [shorter, longer] = first.length < second.length ? [first, second] : [second, first]
  const isPartOfName =
    shorter !== '' && lastWord(shorter) === lastWord(longer) && isInitialOrPart(shorter, longer)
  return isPartOfName ? 'One name is part of the other' : null
}

/** Whether each word of the shorter name, or its initial, stands in the longer one in order. */
function isInitialOrPart(shorter: string, longer: string): boolean {
  const words = longer.split(/\s+/)
  let from = 0
  for (const word of shorter.split(/\s+/)) {
    const bare = word.replace(/\.$/, '')
    const at = words.findIndex(
      (other, index) => index >= from && (other === bare || (bare.length === 1 && other.startsWith(bare))),
    )
    if (at < 0) return false
    from = at + 1
  }
  return true
}

/** Pairs of entities of one type that look like one and were not told apart. Compares only those that share a last word. */
export function findLookAlikes(view: NotebookView): LookAlike[] {
  const groups = new Map<string, Entity[]>()
  for (const entity of listEntities(view)) {
    const keys = new Set(namesOf(entity).map((name) => `${entity.fields.entityType} ${lastWord(name)}`))
    for (const key of keys) groups.set(key, [...(groups.get(key) ?? []), entity])
  }
  const found = new Map<string, LookAlike>()
  for (const group of groups.values()) {
    for (const [index, one] of group.entries()) {
      for (const other of group.slice(index + 1)) {
        const reason =
          one.fields[`apart:${other.id}`] || other.fields[`apart:${one.id}`] ? null : compare(one, other)
        if (reason) found.set(`${one.id} ${other.id}`, { one, other, reason })
      }
    }
  }
  return [...found.values()]
}
