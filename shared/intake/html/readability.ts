import { Readability } from '@mozilla/readability'
import type { Block } from '@shared/domain/block'
import type { DomDocument, DomElement } from './dom'
import { type ReadOptions, readSourcedBlocks } from './read-blocks'

const ELEMENT_LIMIT = 50_000

/** Mozilla's judgement of where the article is; changes the document. Empty where it finds none. */
export function findWithReadability(document: DomDocument, options: ReadOptions): Block[] {
  try {
    const reader = new Readability<DomElement>(document as never, {
      maxElemsToParse: ELEMENT_LIMIT,
      disableJSONLD: true,
      serializer: (node) => node as unknown as DomElement,
    })
    const content = reader.parse()?.content
    return content ? readSourcedBlocks(content, options).map(({ block }) => block) : []
  } catch {
    // It throws on documents that are too large or have no body: then there is no second opinion.
    return []
  }
}
