import type { Id } from '@shared/base/ids'

/** Which log entries changed each record. Most records were changed once: those cost one number. */
export class Touches {
  readonly #seqs = new Map<Id, number | readonly number[]>()

  get(id: Id): readonly number[] {
    const seqs = this.#seqs.get(id)
    return seqs === undefined ? [] : typeof seqs === 'number' ? [seqs] : seqs
  }

  set(id: Id, seqs: readonly number[]): void {
    this.#seqs.set(id, seqs.length === 1 ? (seqs[0] as number) : seqs)
  }

  /** The record's entries and one more, which is later than all. */
  plus(id: Id, seq: number): readonly number[] {
    const seqs = this.get(id)
    return seqs.at(-1) === seq ? seqs : [...seqs, seq]
  }

  add(id: Id, seq: number): void {
    this.set(id, this.plus(id, seq))
  }

  clear(): void {
    this.#seqs.clear()
  }
}
