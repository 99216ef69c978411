/** A stretch of tokens that names or points at somebody. */
export interface Mention {
  kind: 'name' | 'pronoun' | 'nominal'
  /** First and last token, inclusive. */
  first: number
  last: number
  /** The first token of the bare name, titles and roles before it left out; for others the same as `first`. */
  nameFirst: number
  /** The last token of the bare name: before "of …" extensions of a nominal. */
  head: number
  /** Bits of `Word` gathered over the tokens. */
  flags: number
}
