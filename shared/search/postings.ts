/** Where each term occurs: for term t, the tokens numbered `tokens[offsets[t]…offsets[t + 1]]`, ascending. */
export interface Postings {
  readonly offsets: Uint32Array
  readonly tokens: Uint32Array
}

/**
 * Turns a sequence of term numbers around by counting sort: linear, with two passes and no comparison.
 * `terms[k]` is the term of token k; a number not below `vocabulary` stands for no term.
 */
export function invert(terms: Uint32Array, vocabulary: number): Postings {
  const offsets = new Uint32Array(vocabulary + 1)
  for (let token = 0; token < terms.length; token += 1) {
    const term = terms[token] as number
    if (term < vocabulary) offsets[term + 1] = (offsets[term + 1] as number) + 1
  }
  for (let term = 0; term < vocabulary; term += 1)
    offsets[term + 1] = (offsets[term + 1] as number) + (offsets[term] as number)
  const next = offsets.slice(0, vocabulary)
  const tokens = new Uint32Array(offsets[vocabulary] as number)
  for (let token = 0; token < terms.length; token += 1) {
    const term = terms[token] as number
    if (term >= vocabulary) continue
    const at = next[term] as number
    tokens[at] = token
    next[term] = at + 1
  }
  return { offsets, tokens }
}
