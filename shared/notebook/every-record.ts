import type { Stamp } from '../base/clock'
import { addDigests } from '../changes/fold'
import { type AnyRecord, KINDS } from '../domain/kinds'
import { lastChanged } from '../domain/record'
import type { NotebookView } from './notebook-view'

/** Every record, the trash included. */
export function* everyRecord(view: NotebookView): Generator<AnyRecord, void, undefined> {
  for (const kind of KINDS) yield* view.all(kind)
  yield* view.trash()
}

/** The largest stamp in the notebook; null while it is empty. */
export function latestChange(view: NotebookView): Stamp | null {
  let latest: Stamp | null = null
  for (const record of everyRecord(view)) {
    const stamp = lastChanged(record)
    if (latest === null || stamp > latest) latest = stamp
  }
  return latest
}

/** A short text that is the same as long as the notebook is: the sum of its records' digests, and their number. */
export function digestOfNotebook(view: NotebookView): string {
  const digest = new NotebookDigest()
  for (const record of everyRecord(view)) digest.add(record)
  return digest.toString()
}

/** Sums up records in any order. */
export class NotebookDigest {
  #sum = 0
  #count = 0

  add({ digest }: { readonly digest: number }): void {
    this.#sum = addDigests(this.#sum, digest)
    this.#count += 1
  }

  toString(): string {
    return `${this.#count} ${this.#sum.toString(36)}`
  }
}
