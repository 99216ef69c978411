import type { Id } from '../base/ids'
import { invert, type Postings } from './postings'

/** A text that can be found: what names it, and its paragraphs in order. */
export interface SearchDocument {
  readonly id: Id
  /** Title, authors and the like; hits in it weigh more. */
  readonly head: string
  readonly parts: readonly string[]
}

/** Stands between head and parts, where no phrase may reach across. */
export const BREAK = 0xffff_ffff

/** The documents' terms in one row of numbers, document after document. */
export interface TermRow {
  readonly documents: readonly SearchDocument[]
  /** The first token of each document, and the number of tokens as the last. */
  readonly starts: Uint32Array
  /** Where the head of each document ends. */
  readonly headEnds: Uint32Array
  readonly terms: Uint32Array
  readonly postings: Postings
}

/** A document with its terms by number: head and parts, each ended by `BREAK`. */
export interface DocumentTerms {
  readonly document: SearchDocument
  readonly terms: Uint32Array
}

/** Lays documents end to end and turns the row around into postings. */
export function layInRow(entries: readonly DocumentTerms[], vocabulary: number): TermRow {
  const starts = new Uint32Array(entries.length + 1)
  for (const [number, { terms }] of entries.entries())
    starts[number + 1] = (starts[number] as number) + terms.length
  const terms = new Uint32Array(starts[entries.length] as number)
  for (const [number, entry] of entries.entries()) terms.set(entry.terms, starts[number] as number)
  const documents = entries.map(({ document }) => document)
  const headEnds = Uint32Array.from(
    entries,
    (entry, number) => (starts[number] as number) + entry.terms.indexOf(BREAK),
  )
  return { documents, starts, headEnds, terms, postings: invert(terms, vocabulary) }
}
