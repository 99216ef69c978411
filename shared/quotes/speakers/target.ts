/** Reported words that need a speaker: token range, inclusive. */
export interface Target {
  first: number
  last: number
  /** Index of the quotation, or -1 for words reported without marks. */
  quote: number
}
