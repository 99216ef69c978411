import { type Failure, fail } from '@shared/base/result'
import type { JournalEntry } from '@shared/host/host-api'
import { type EncodedLine, encodeLine, isLineData } from './line'
import { checksumOf } from './snapshot'

type Refusal = { readonly ok: false; readonly error: Failure }

/** Entries of several appends that will reach the disk together. */
export class AppendGroup {
  /** Entries that are not in the journal yet, in order, ready to be written. */
  readonly fresh: EncodedLine[] = []
  readonly #kept: ReadonlyMap<number, number>
  readonly #added = new Map<number, number>()
  #lastSeq: number

  /** `kept` has the checksums of entries in the journal, by number (the older ones may be forgotten). */
  constructor(lastSeq: number, kept: ReadonlyMap<number, number>) {
    this.#lastSeq = lastSeq
    this.#kept = kept
  }

  /** Takes an append whole, passing over entries that are known with the same text; or says why not, and takes nothing. */
  admit(entries: readonly JournalEntry[]): Refusal | null {
    let last = this.#lastSeq
    const fresh: EncodedLine[] = []
    for (const entry of entries) {
      const refusal = this.#refuse(entry, last)
      if (refusal !== null) return refusal
      if (entry.seq <= last) continue
      fresh.push(encodeLine(entry.seq, entry.line))
      last = entry.seq
    }
    for (const line of fresh) {
      this.#added.set(line.seq, line.crc)
      this.fresh.push(line)
    }
    this.#lastSeq = last
    return null
  }

  #refuse({ seq, line }: JournalEntry, last: number): Refusal | null {
    if (!Number.isSafeInteger(seq) || seq < 1 || !isLineData(line))
      return fail('journal-order', 'A change for the safety copy is not one line of text with a number.')
    if (seq <= last) {
      const known = this.#kept.get(seq) ?? this.#added.get(seq)
      if (known === undefined || known === checksumOf(seq, line)) return null
      return fail('journal-conflict', `Change ${seq} was already kept with another content.`)
    }
    if (seq === last + 1) return null
    return fail('journal-order', `Change ${seq} does not follow change ${last}, the last one kept.`)
  }
}
