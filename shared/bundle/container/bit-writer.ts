/** Writes numbers of a few bits, the lowest bit first (RFC 1951, 3.1.1), into a buffer that the caller knows to be large enough. */
export class BitWriter {
  readonly bytes: Uint8Array
  /** Whole bytes that are written. */
  size = 0
  /** Bits that wait to be a byte, and how many: less than 16 between calls. */
  waiting = 0
  count = 0

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity)
  }

  /** Writes up to 16 bits. */
  write(value: number, bits: number): void {
    this.waiting |= value << this.count
    this.count += bits
    if (this.count < 16) return
    this.bytes[this.size] = this.waiting
    this.bytes[this.size + 1] = this.waiting >>> 8
    this.size += 2
    this.waiting >>>= 16
    this.count -= 16
  }

  /** Fills the last byte up with zeros. */
  align(): void {
    for (; this.count > 0; this.count -= 8) {
      this.bytes[this.size] = this.waiting
      this.size += 1
      this.waiting >>>= 8
    }
    this.count = 0
    this.waiting = 0
  }

  /** Writes whole bytes after `align`. */
  copy(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.size)
    this.size += bytes.length
  }

  /** The whole bytes so far, which hold until more is written; the buffer begins anew. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.size)
    this.size = 0
    return taken
  }
}
