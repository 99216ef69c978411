/** All terms by number, and sorted for finding those that begin alike. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  readonly #terms: string[] = []
  #sorted: readonly string[] | null = null

  get size(): number {
    return this.#terms.length
  }

  /** The number of a term, given to it when it is new. */
  numberOf(term: string): number {
    const known = this.#numbers.get(term)
    if (known !== undefined) return known
    const number = this.#terms.length
    this.#numbers.set(term, number)
    this.#terms.push(term)
    this.#sorted = null
    return number
  }

  find(term: string): number | undefined {
    return this.#numbers.get(term)
  }

  /** The numbers of at most `limit` terms that begin so. */
  beginningWith(start: string, limit: number): number[] {
    const sorted = this.#inOrder()
    const found: number[] = []
    for (let at = lowerBound(sorted, start); at < sorted.length && found.length < limit; at += 1) {
      const term = sorted[at] as string
      if (!term.startsWith(start)) break
      found.push(this.#numbers.get(term) as number)
    }
    return found
  }

  /** The numbers of at most `limit` terms within one mistake of a term, or two where it has eight letters or more. */
  similarTo(term: string, limit: number): number[] {
    const most = term.length >= 8 ? 2 : 1
    const found: number[] = []
    for (let number = 0; number < this.#terms.length && found.length < limit; number += 1) {
      const other = this.#terms[number] as string
      if (Math.abs(other.length - term.length) <= most && isWithin(term, other, most)) found.push(number)
    }
    return found
  }

  #inOrder(): readonly string[] {
    this.#sorted ??= [...this.#terms].sort()
    return this.#sorted
  }
}

function lowerBound(sorted: readonly string[], wanted: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as string) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether two words differ by at most `most` letters added, left out or exchanged (Levenshtein, in a band). */
function isWithin(a: string, b: string, most: number): boolean {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const value = Math.min(exchanged, (row[j] as number) + 1, (next[j - 1] as number) + 1)
      next.push(value)
      least = Math.min(least, value)
    }
    if (least > most) return false
    row = next
  }
  return (row[b.length] as number) <= most
}
