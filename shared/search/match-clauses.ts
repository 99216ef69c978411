import type { Clause } from './query'
import type { TermRow } from './term-row'
import type { Vocabulary } from './vocabulary'

/** A clause whose terms are known by number: at each place of the phrase, any of a set of terms. */
export interface ResolvedClause {
  readonly places: readonly ReadonlySet<number>[]
  readonly isExcluded: boolean
}

/** How often a clause holds, by document. */
export interface ClauseCounts {
  /** The documents in which it holds, in no order. */
  readonly documents: readonly number[]
  /** Occurrences by document number, 0 in all others. */
  readonly counts: Uint32Array
  /** 1 for documents in whose head it holds. */
  readonly inHead: Uint8Array
}

/** So many words are taken for a beginning, and so many for a misspelled word. */
const MOST_BEGINNINGS = 400
const MOST_SIMILAR = 20
/** Shorter words have too many that are similar. */
const LEAST_RESPELLED = 4

/** Looks the clauses' terms up; a word that does not occur stands for those that are similar to it. */
export function resolveClauses(
  clauses: readonly Clause[],
  vocabulary: Vocabulary,
): { readonly clauses: readonly ResolvedClause[]; readonly respelled: readonly string[] } {
  const respelled: string[] = []
  const resolve = (term: string, isPrefix: boolean, mayRespell: boolean): ReadonlySet<number> => {
    const exact = vocabulary.find(term)
    const numbers = isPrefix
      ? vocabulary.beginningWith(term, MOST_BEGINNINGS)
      : exact === undefined
        ? []
        : [exact]
    if (numbers.length > 0 || !mayRespell || term.length < LEAST_RESPELLED) return new Set(numbers)
    const similar = vocabulary.similarTo(term, MOST_SIMILAR)
    if (similar.length > 0) respelled.push(term)
    return new Set(similar)
  }
  const resolved = clauses.map(
    ({ terms, isPrefix, isExcluded }): ResolvedClause => ({
      isExcluded,
      places: terms.map((term, at) => resolve(term, isPrefix && at === terms.length - 1, !isExcluded)),
    }),
  )
  return { clauses: resolved, respelled }
}

/** Whether the clause holds at a token. */
export function holdsAt({ terms }: TermRow, { places }: ResolvedClause, token: number): boolean {
  return places.every((place, at) => place.has(terms[token + at] as number))
}

/** Counts in how many places of each document a clause holds. */
export function countClause(row: TermRow, clause: ResolvedClause): ClauseCounts {
  const counts = new Uint32Array(row.documents.length)
  const inHead = new Uint8Array(row.documents.length)
  const documents: number[] = []
  const { offsets, tokens } = row.postings
  const isPhrase = clause.places.length > 1
  for (const term of clause.places[0] ?? []) {
    let number = 0
    for (let at = offsets[term] as number; at < (offsets[term + 1] as number); at += 1) {
      const token = tokens[at] as number
      if (isPhrase && !holdsAt(row, clause, token)) continue
      number = documentOf(row.starts, token, number)
      if (counts[number] === 0) {
        documents.push(number)
        inHead[number] = isInHead(row, number, token) ? 1 : 0
      }
      counts[number] = (counts[number] as number) + 1
    }
  }
  return { documents, counts, inHead }
}

/** The document of a token, not before the one numbered `from`: by doubling steps, then halving them. */
function documentOf(starts: Uint32Array, token: number, from: number): number {
  let step = 1
  while (from + step < starts.length - 1 && (starts[from + step] as number) <= token) step *= 2
  let low = from + (step >> 1)
  let high = Math.min(from + step, starts.length - 1)
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= token) low = middle
    else high = middle
  }
  return low
}

/** Whether a token, the first hit of its document, comes before the first break: in the head. */
function isInHead({ headEnds }: TermRow, number: number, token: number): boolean {
  return token < (headEnds[number] as number)
}
