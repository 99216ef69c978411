import type { JournalDamage } from '@shared/host/host-api'
import type { DecodedLine } from './line'
import { damagedLine, missingEntries, type SegmentScan } from './scan'

/** One segment's lines that carry the record on, and what is missing between them. */
export interface Continued {
  readonly lines: readonly DecodedLine[]
  readonly damage: readonly JournalDamage[]
}

/**
 * Follows entries by number across segments. A number that was already seen is a retry and is passed over; a
 * damaged line whose number comes again later was healed and is not reported; numbers that never come are.
 */
export class ContinuityCheck {
  #last: number
  #unread: { readonly file: string; readonly line: number }[] = []

  /** `last` is the number before the first that is expected. */
  constructor(last: number) {
    this.#last = last
  }

  /** The last number that could be read. */
  get last(): number {
    return this.#last
  }

  /** Takes the next segment's scan. */
  follow(file: string, scan: SegmentScan): Continued {
    const damage: JournalDamage[] = []
    const lines: DecodedLine[] = []
    let next = 0
    for (const [position, line] of scan.lines.entries()) {
      for (; (scan.damaged[next]?.position ?? Infinity) <= position; next += 1)
        this.#unread.push({ file, line: scan.damaged[next]!.line })
      if (line.seq <= this.#last) {
        // What could not be read before a known entry was older still, and so is known too.
        this.#unread = []
        continue
      }
      damage.push(...this.#settle(file, line.seq))
      lines.push(line)
    }
    for (const { line } of scan.damaged.slice(next)) this.#unread.push({ file, line })
    return { lines, damage }
  }

  /** Ends the record: damaged lines that no later entry healed. */
  end(): JournalDamage[] {
    return this.#unread.map(({ file, line }, index) => damagedLine(file, line, this.#last + 1 + index))
  }

  /** Explains the numbers between the last and `seq` by the lines that could not be read, else as a gap. */
  #settle(file: string, seq: number): JournalDamage[] {
    const last = this.#last
    const unread = this.#unread
    this.#last = seq
    this.#unread = []
    const missing = seq - last - 1
    const damage = unread
      .slice(0, missing)
      .map((lost, index) => damagedLine(lost.file, lost.line, last + 1 + index))
    if (missing > unread.length) damage.push(missingEntries(file, last + 1 + unread.length, seq - 1))
    return damage
  }
}
