import type { Span } from './found-quote'
import { gatherPeople } from './people/people'
import { readArticle } from './reading/read-article'

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
  return register.entities.map((entity) => ({
    key: entity.key,
    name: entity.name,
    aliases: [...entity.aliases].filter((alias) => alias !== entity.name),
    role: entity.role,
    kind: entity.kind,
    mentions: spans.get(entity.key) ?? [],
  }))
}
