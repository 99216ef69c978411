import type { Span } from './found-quote'
import { Word } from './languages/lexicon'
import type { Entity } from './people/entity'
import { gatherPeople } from './people/people'
import { type Reading, readArticle } from './reading/read-article'

/** A person or organisation of an article with all its mentions; spans are UTF-16. */
export interface FoundPerson {
  /** Stable within the article; the same as `FoundQuote.speakerKey`. */
  key: string
  name: string
  aliases: string[]
  role: string | null
  kind: 'person' | 'organisation'
  mentions: Span[]
}

/** Places and things carry no title, role or given name, and stand after "in", "at" or an article. */
function isSomebody(reading: Reading, entity: Entity): boolean {
  if (entity.kind === 'organisation' || entity.gender || entity.role || entity.describers.size > 0)
    return true
  if (entity.parts.length < 2) return false
  const { tokens } = reading
  return !entity.mentions.some(
    ({ first }) =>
      first > 0 &&
      tokens.block[first - 1] === tokens.block[first] &&
      (tokens.flags[first - 1]! & Word.determiner || /^(?:in|at|im|am|near)$/.test(tokens.lower[first - 1]!)),
  )
}

/** Finds who is named in a text, "Mr. X", "President X" and "First X" joined into one entity. */
export function findPeople(text: string, options: { lang?: string } = {}): FoundPerson[] {
  const reading = readArticle(text, options.lang)
  const { register, mentions, pointers } = gatherPeople(reading)
  const spans = new Map<string, Span[]>()
  for (const mention of mentions) {
    const entity = pointers.resolve(mention)
    if (!entity) continue
    const list = spans.get(entity.key) ?? []
    list.push([reading.tokens.start[mention.first]!, reading.tokens.end[mention.last]!])
    spans.set(entity.key, list)
  }
  return register.entities
    .filter((entity) => isSomebody(reading, entity))
    .map((entity) => ({
      key: entity.key,
      name: entity.name,
      aliases: [...entity.aliases].filter((alias) => alias !== entity.name),
      role: entity.role,
      kind: entity.kind,
      mentions: spans.get(entity.key) ?? [],
    }))
}
