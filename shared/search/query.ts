import { termsOf } from './terms'

/** What must stand together: one term, or the terms of a phrase in their order. */
export interface Clause {
  readonly terms: readonly string[]
  /** Whether the last term may be the beginning of a longer word. */
  readonly isPrefix: boolean
  /** Whether it must not occur. */
  readonly isExcluded: boolean
}

const PIECE = /(-?)(?:["“”„«]([^"“”«»]*)(?:["“”»]|$)|(\S+))/gu

/**
 * Reads a query: words, `"phrases in quotation marks"`, `beginnings*` and `-excluded` ones. All clauses must hold. The
 * last word is taken for a beginning unless a space follows it, since it is still being typed.
 */
export function parseQuery(query: string): Clause[] {
  const clauses: Clause[] = []
  for (const [, minus, phrase, word] of query.matchAll(PIECE)) {
    const source = phrase ?? word ?? ''
    const terms = [...termsOf(source)].map(({ term }) => term).filter((term) => term !== '')
    if (terms.length === 0) continue
    clauses.push({ terms, isPrefix: word?.endsWith('*') ?? false, isExcluded: minus === '-' })
  }
  const last = clauses.at(-1)
  if (last && /[\p{L}\p{N}\p{M}]$/u.test(query)) clauses[clauses.length - 1] = { ...last, isPrefix: true }
  return clauses
}
