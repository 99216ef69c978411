import type { FoldedText } from './fold-text'

/** Collects a folded text and its offsets; stretches that fold to themselves are taken from the source in one piece. */
export class FoldWriter {
  private readonly pieces: string[] = []
  private starts: Int32Array<ArrayBuffer>
  private ends: Int32Array<ArrayBuffer>
  private copyFrom = -1
  private copyTo = -1
  private length = 0
  /** The last unit written, 0 at the start. */
  last = 0

  constructor(private readonly source: string) {
    this.starts = new Int32Array(source.length + 16)
    this.ends = new Int32Array(source.length + 16)
  }

  /** Takes over the source's unit at `at`. */
  copy(unit: number, at: number): void {
    if (this.copyTo !== at) {
      this.flush()
      this.copyFrom = at
    }
    this.copyTo = at + 1
    this.mark(at, at + 1)
    this.last = unit
  }

  /** Writes what `source.slice(start, end)` folds to. */
  put(text: string, start: number, end: number): void {
    this.flush()
    this.pieces.push(text)
    for (let index = 0; index < text.length; index += 1) this.mark(start, end)
    this.last = text.charCodeAt(text.length - 1)
  }

  /** Lets the last unit stand for everything up to `end`. */
  stretchLast(end: number): void {
    this.ends[this.length - 1] = end
  }

  finish(): FoldedText {
    this.flush()
    this.mark(this.source.length, this.source.length)
    return {
      text: this.pieces.join(''),
      starts: this.starts.subarray(0, this.length),
      ends: this.ends.subarray(0, this.length),
    }
  }

  private mark(start: number, end: number): void {
    if (this.length === this.starts.length) {
      this.starts = grow(this.starts)
      this.ends = grow(this.ends)
    }
    this.starts[this.length] = start
    this.ends[this.length] = end
    this.length += 1
  }

  private flush(): void {
    if (this.copyTo > this.copyFrom) this.pieces.push(this.source.slice(this.copyFrom, this.copyTo))
    this.copyFrom = -1
    this.copyTo = -1
  }
}

function grow(from: Int32Array): Int32Array<ArrayBuffer> {
  const to = new Int32Array(Math.ceil(from.length * 1.5))
  to.set(from)
  return to
}
