import { holdsAt, type ResolvedClause } from './match-clauses'
import { BREAK, type TermRow } from './term-row'
import { termsOf } from './terms'

/** The piece of a document that shows best why it was found. */
export interface Excerpt {
  /** Which of the document's parts it is from; -1 for its head. */
  readonly part: number
  readonly text: string
  /** Where the excerpt begins in that part, in UTF-16 units. */
  readonly offset: number
  /** Hits as `[start, end]` in UTF-16 units of `text`. */
  readonly hits: readonly (readonly [number, number])[]
}

const LENGTH = 220
const BEFORE = 60

interface PartHits {
  readonly part: number
  readonly clauses: ReadonlySet<number>
  /** `[first, last]` of each hit, counted in terms of the part. */
  readonly hits: readonly (readonly [number, number])[]
}

function* partsOf(row: TermRow, document: number, clauses: readonly ResolvedClause[]): Generator<PartHits> {
  let part = -1
  let first = row.starts[document] as number
  for (let token = first; token < (row.starts[document + 1] as number); token += 1) {
    if (row.terms[token] !== BREAK) continue
    const held = new Set<number>()
    const hits: [number, number][] = []
    for (let at = first; at < token; at += 1) {
      clauses.forEach((clause, index) => {
        if (!holdsAt(row, clause, at)) return
        held.add(index)
        hits.push([at - first, at - first + clause.places.length - 1])
      })
    }
    if (hits.length > 0) yield { part, clauses: held, hits }
    part += 1
    first = token + 1
  }
}

/** The part in which most clauses hold, the text's own before the head, the earliest of equals. */
function bestPart(row: TermRow, document: number, clauses: readonly ResolvedClause[]): PartHits | null {
  let best: PartHits | null = null
  for (const found of partsOf(row, document, clauses)) {
    const isBetter =
      best === null ||
      found.clauses.size > best.clauses.size ||
      (best.part === -1 && found.clauses.size === best.clauses.size)
    if (isBetter) best = found
  }
  return best
}

function cut(text: string, from: number): { readonly text: string; readonly offset: number } {
  if (text.length <= LENGTH) return { text, offset: 0 }
  const wanted = Math.max(0, Math.min(from - BEFORE, text.length - LENGTH))
  const space = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1
  const start = space > 0 && space <= from ? space : from < wanted ? from : wanted
  const offset = isLow(text, start) ? start - 1 : start
  const end = text.length - offset <= LENGTH ? text.length : text.lastIndexOf(' ', offset + LENGTH)
  return { text: text.slice(offset, end > from ? end : offset + LENGTH), offset }
}

const isLow = (text: string, at: number) => /[\udc00-\udfff]/.test(text.charAt(at))

/** Cuts the excerpt of a found document, with its hits. */
export function excerptOf(row: TermRow, document: number, clauses: readonly ResolvedClause[]): Excerpt {
  const { head, parts } = row.documents[document] as TermRow['documents'][number]
  const best = bestPart(row, document, clauses)
  if (best === null) return { part: -1, text: head, offset: 0, hits: [] }
  const source = best.part === -1 ? head : (parts[best.part] ?? '')
  const terms = [...termsOf(source)]
  const places = best.hits.map(
    ([first, last]) => [terms[first]?.start ?? 0, terms[last]?.end ?? 0] as [number, number],
  )
  const { text, offset } = cut(source, places[0]?.[0] ?? 0)
  const hits = places
    .map(([start, end]) => [start - offset, end - offset] as const)
    .filter(([start, end]) => start >= 0 && end <= text.length)
  return { part: best.part, text, offset, hits }
}
