import type { Id } from '../base/ids'
import { type Excerpt, excerptOf } from './excerpt'
import { countClause, type ResolvedClause, resolveClauses } from './match-clauses'
import { parseQuery } from './query'
import { BREAK, type DocumentTerms, layInRow, type SearchDocument, type TermRow } from './term-row'
import { termsOf } from './terms'
import { Vocabulary } from './vocabulary'

export interface SearchResult extends Excerpt {
  readonly id: Id
  /** Okapi BM25, higher is better; comparable within one answer only. */
  readonly score: number
  /** How often the query's words occur in the document. */
  readonly count: number
}

export interface SearchAnswer {
  readonly results: readonly SearchResult[]
  /** How many documents there are, of which `results` are the best. */
  readonly total: number
  /** Words that do not occur, and for which similar ones were taken. */
  readonly respelled: readonly string[]
}

const K1 = 1.2
const B = 0.75
/** How much more a document weighs whose head holds a clause. */
const HEAD_WEIGHT = 3

/**
 * An index over whole texts in memory. Documents keep their terms as numbers; after changes the postings are made anew by
 * counting sort at the next query, which costs less than keeping them up to date one by one.
 */
export class SearchIndex {
  readonly #vocabulary = new Vocabulary()
  readonly #documents = new Map<Id, DocumentTerms>()
  #row: TermRow | null = null

  get size(): number {
    return this.#documents.size
  }

  /** Adds a document, in place of the earlier one of that id. */
  put(document: SearchDocument): void {
    const terms: number[] = []
    for (const part of [document.head, ...document.parts]) {
      for (const { term } of termsOf(part)) terms.push(this.#vocabulary.numberOf(term))
      terms.push(BREAK)
    }
    this.#documents.set(document.id, { document, terms: Uint32Array.from(terms) })
    this.#row = null
  }

  remove(id: Id): void {
    if (this.#documents.delete(id)) this.#row = null
  }

  /** The best `limit` documents in which all clauses of the query hold, best first. */
  search(query: string, limit: number): SearchAnswer {
    const row = this.#inRow()
    const { clauses, respelled } = resolveClauses(parseQuery(query), this.#vocabulary)
    const wanted = clauses.filter(({ isExcluded }) => !isExcluded)
    if (wanted.length === 0 || row.documents.length === 0) return { results: [], total: 0, respelled: [] }
    const { candidates, scores, counts } = rank(row, wanted, clauses)
    const best = takeBest(candidates, scores, limit)
    const results = best.map((number): SearchResult => {
      const document = row.documents[number] as SearchDocument
      const [score, count] = [scores[number] as number, counts[number] as number]
      return { id: document.id, score, count, ...excerptOf(row, number, wanted) }
    })
    return { results, total: candidates.length, respelled }
  }

  #inRow(): TermRow {
    this.#row ??= layInRow([...this.#documents.values()], this.#vocabulary.size)
    return this.#row
  }
}

interface Ranking {
  /** The documents in which everything holds that must, and nothing that must not. */
  readonly candidates: readonly number[]
  readonly scores: Float64Array
  readonly counts: Uint32Array
}

function rank(row: TermRow, wanted: readonly ResolvedClause[], clauses: readonly ResolvedClause[]): Ranking {
  const size = row.documents.length
  const mean = row.terms.length / size
  const scores = new Float64Array(size)
  const counts = new Uint32Array(size)
  const held = wanted.map((clause) => countClause(row, clause))
  const excluded = clauses.filter(({ isExcluded }) => isExcluded).map((clause) => countClause(row, clause))
  const rarest = held.reduce((least, next) => (next.documents.length < least.documents.length ? next : least))
  const candidates = rarest.documents.filter(
    (number) => held.every((each) => each.counts[number]) && !excluded.some((each) => each.counts[number]),
  )
  for (const clause of held) {
    const { length } = clause.documents
    const rarity = Math.log(1 + (size - length + 0.5) / (length + 0.5))
    for (const number of candidates) {
      const count = clause.counts[number] as number
      const words = (row.starts[number + 1] as number) - (row.starts[number] as number)
      const frequency = count + (clause.inHead[number] ? HEAD_WEIGHT : 0)
      const weight = (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * words) / mean))
      scores[number] = (scores[number] as number) + rarity * weight
      counts[number] = (counts[number] as number) + count
    }
  }
  return { candidates, scores, counts }
}

/** The `limit` candidates with the highest scores, best first; of equals the one that came first. */
function takeBest(candidates: readonly number[], scores: Float64Array, limit: number): number[] {
  const isBefore = (a: number, b: number) =>
    (scores[a] as number) > (scores[b] as number) || (scores[a] === scores[b] && a < b)
  const best: number[] = []
  for (const candidate of candidates) {
    if (best.length === limit && isBefore(best[limit - 1] as number, candidate)) continue
    let at = best.length
    while (at > 0 && isBefore(candidate, best[at - 1] as number)) at -= 1
    best.splice(at, 0, candidate)
    if (best.length > limit) best.pop()
  }
  return best
}
