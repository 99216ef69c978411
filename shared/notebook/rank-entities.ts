import type { Entity, EntityType } from '../domain/entity'
import { foldForSearch } from './find-records'
import type { NotebookView } from './notebook-view'
import { listEntities, mergedWith } from './people'

const WORD = /[\p{L}\p{N}]+/gu

const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? []

/** How well a name answers what was typed: 0 is the name itself; null when it does not. */
function fitOf(name: string, typed: string, words: readonly string[]): number | null {
  if (name === typed) return 0
  if (name.startsWith(typed)) return 1
  const own = wordsOf(name)
  if (words.every((word) => own.some((other) => other.startsWith(word)))) return 2
  return name.includes(typed) ? 3 : null
}

/** Names count before aliases, aliases before the role; within each, the closer fit first. */
const TIERS = { name: 0, alias: 10, role: 20 } as const

function scoreOf(view: NotebookView, entity: Entity, typed: string, words: readonly string[]): number | null {
  const scores: number[] = []
  const score = (text: string | null, tier: number) => {
    const fit = text ? fitOf(foldForSearch(text), typed, words) : null
    if (fit !== null) scores.push(tier + fit)
  }
  for (const { id, fields } of mergedWith(view, entity.id)) {
    score(fields.name, id === entity.id ? TIERS.name : TIERS.alias)
    for (const alias of fields.aliases) score(alias, TIERS.alias)
    score(fields.role, TIERS.role)
  }
  return scores.length > 0 ? Math.min(...scores) : null
}

/**
 * Entities that what was typed may mean, best first: by name, then alias, then role; those quoted more often go first
 * among equals. Merged entries are found under all their names and given as what they became.
 */
export function rankEntities(
  view: NotebookView,
  typed: string,
  limit = Number.POSITIVE_INFINITY,
  types?: readonly EntityType[],
): Entity[] {
  const folded = foldForSearch(typed.trim())
  const words = wordsOf(folded)
  if (folded === '') return []
  return listEntities(view)
    .flatMap((entity) => {
      if (types && !types.includes(entity.fields.entityType)) return []
      const score = scoreOf(view, entity, folded, words)
      if (score === null) return []
      return [{ entity, score, quotes: view.by('quotesBySpeaker', entity.id).length }]
    })
    .sort(
      (a, b) =>
        a.score - b.score || b.quotes - a.quotes || a.entity.fields.name.localeCompare(b.entity.fields.name),
    )
    .slice(0, limit)
    .map(({ entity }) => entity)
}
