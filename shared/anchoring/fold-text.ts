import { foldCharacter } from './fold-character'

/** A text in the form in which texts are compared, with the way back: unit k came from `source.slice(starts[k], ends[k])`. */
export interface FoldedText {
  readonly text: string
  /** UTF-16 offsets into the source, one per UTF-16 unit of `text`, and one more for its end. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

export interface FoldOptions {
  /** Drops hyphens between letters, so that words broken at line ends meet their unbroken form. */
  readonly joinHyphens?: boolean
  readonly foldCase?: boolean
}

const combining = /^\p{M}$/u
const jamo = /^[\u1100-\u11ff\uac00-\ud7a3]{2}$/
const letter = /^\p{L}$/u
const hyphens = new Set([0x2d, 0xad, 0x2010, 0x2011])

class Writer {
  private units = new Uint16Array(0)
  starts = new Int32Array(1)
  ends = new Int32Array(1)
  length = 0

  reserve(extra: number): void {
    const needed = this.length + extra
    if (needed <= this.units.length) return
    const size = Math.max(needed, Math.ceil(this.units.length * 1.5))
    this.units = grow(this.units, new Uint16Array(size))
    this.starts = grow(this.starts, new Int32Array(size + 1))
    this.ends = grow(this.ends, new Int32Array(size + 1))
  }

  put(unit: number, start: number, end: number): void {
    this.units[this.length] = unit
    this.starts[this.length] = start
    this.ends[this.length] = end
    this.length += 1
  }

  last(): number {
    return this.length > 0 ? (this.units[this.length - 1] as number) : 0
  }

  stretchLast(end: number): void {
    this.ends[this.length - 1] = end
  }

  finish(sourceLength: number): FoldedText {
    const parts: string[] = []
    for (let at = 0; at < this.length; at += 8192) {
      parts.push(String.fromCharCode(...this.units.subarray(at, Math.min(at + 8192, this.length))))
    }
    this.starts[this.length] = sourceLength
    this.ends[this.length] = sourceLength
    return {
      text: parts.join(''),
      starts: this.starts.subarray(0, this.length + 1),
      ends: this.ends.subarray(0, this.length + 1),
    }
  }
}

function grow<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

const space = 0x20
const dash = 0x2d

/** What single units fold to where that is a single unit, 0 where it is not or not known yet: most of any text. */
const plainSingles = new Uint16Array(0x10000)
const lowerSingles = new Uint16Array(0x10000)
/** 1 for units that are known to begin a character. */
const alone = new Uint8Array(0x10000)

function remember(unit: number, text: string, options: FoldOptions): void {
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff
  if (isSurrogate || text.length !== 1 || hyphens.has(unit)) return
  const singles = options.foldCase ? lowerSingles : plainSingles
  singles[unit] = text.charCodeAt(0)
  const isCombining = combining.test(String.fromCharCode(unit)) || (unit >= 0x1160 && unit <= 0x11ff)
  alone[unit] = isCombining ? 0 : 1
}

/**
 * Folds quotation marks, dashes, blanks, ligatures and Unicode forms; case stays unless asked for. Runs of blanks and of
 * dashes become one. Offsets lead back to the source exactly, also where one character became several or none.
 */
export function foldText(source: string, options: FoldOptions = {}): FoldedText {
  const writer = new Writer()
  writer.reserve(source.length + 1)
  const singles = options.foldCase ? lowerSingles : plainSingles
  for (let at = 0; at < source.length; ) {
    const single = singles[source.charCodeAt(at)] as number
    const isSimple = single > 0 && single !== dash && (single !== space || writer.last() !== space)
    if (isSimple && standsAlone(source, at + 1)) {
      writer.reserve(1)
      writer.put(single, at, at + 1)
      at += 1
    } else {
      at = foldCluster(source, at, writer, options)
    }
  }
  return writer.finish(source.length)
}

/** Whether what stands at `at` leaves the character before it alone; sure only for common characters. */
function standsAlone(source: string, at: number): boolean {
  if (at >= source.length) return true
  const unit = source.charCodeAt(at)
  return unit < 0x300 || alone[unit] === 1
}

/** Folds the character at `at` with its combining marks; gives the offset behind it. */
function foldCluster(source: string, at: number, writer: Writer, options: FoldOptions): number {
  if (options.joinHyphens && hyphens.has(source.charCodeAt(at))) {
    const behind = skipJoiningHyphen(source, at)
    if (behind > 0) return behind
  }
  const end = endOfCluster(source, at)
  const form = foldCharacter(source.slice(at, end))
  const text = options.foldCase ? form.toLowerCase() : form
  if (end === at + 1) remember(source.charCodeAt(at), text, options)
  writer.reserve(text.length)
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    const repeats = (unit === space || unit === dash) && writer.last() === unit
    if (repeats) writer.stretchLast(end)
    else writer.put(unit, at, end)
  }
  return end
}

function endOfCluster(source: string, at: number): number {
  const first = source.codePointAt(at) as number
  let end = at + (first > 0xffff ? 2 : 1)
  while (end < source.length && source.charCodeAt(end) >= 0x300) {
    const point = source.codePointAt(end) as number
    if (!combining.test(String.fromCodePoint(point)) && !joinsSyllable(source, end)) break
    end += point > 0xffff ? 2 : 1
  }
  return end
}

/** Whether a Korean vowel or final letter belongs to the syllable before it. */
const joinsSyllable = (source: string, at: number): boolean =>
  source.charCodeAt(at) >= 0x1160 &&
  source.charCodeAt(at) <= 0x11ff &&
  jamo.test(source.slice(at - 1, at + 1))

/** The offset behind a hyphen (and a line end after it) that stands between two letters, or 0. */
function skipJoiningHyphen(source: string, at: number): number {
  if (!isLetterBefore(source, at)) return 0
  let next = at + 1
  while (next < source.length && /\s/.test(source.charAt(next))) next += 1
  const broken = source.slice(at + 1, next)
  if (broken && !/^[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(broken)) return 0
  return letter.test(String.fromCodePoint(source.codePointAt(next) ?? 0)) ? next : 0
}

function isLetterBefore(source: string, at: number): boolean {
  if (at === 0) return false
  const unit = source.charCodeAt(at - 1)
  if (unit < 0x80) return (unit | 32) >= 97 && (unit | 32) <= 122
  const isLow = unit >= 0xdc00 && unit <= 0xdfff
  const point = String.fromCodePoint(source.codePointAt(at - (isLow ? 2 : 1)) ?? 0)
  return letter.test(point) || combining.test(point)
}
