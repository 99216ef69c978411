import { blank, foldCharacter } from './fold-character'
import { FoldWriter } from './fold-writer'

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
  const writer = new FoldWriter(source)
  const singles = options.foldCase ? lowerSingles : plainSingles
  for (let at = 0; at < source.length; ) {
    const unit = source.charCodeAt(at)
    const single = singles[unit] as number
    const isSimple = single > 0 && single !== dash && (single !== space || writer.last !== space)
    if (isSimple && standsAlone(source, at + 1)) {
      if (single === unit) writer.copy(unit, at)
      else writer.put(String.fromCharCode(single), at, at + 1)
      at += 1
    } else {
      at = foldCluster(source, at, writer, options)
    }
  }
  return writer.finish()
}

/** Whether what stands at `at` leaves the character before it alone; sure only for common characters. */
function standsAlone(source: string, at: number): boolean {
  if (at >= source.length) return true
  const unit = source.charCodeAt(at)
  return unit < 0x300 || alone[unit] === 1
}

/** Folds the character at `at` with its combining marks; gives the offset behind it. */
function foldCluster(source: string, at: number, writer: FoldWriter, options: FoldOptions): number {
  if (options.joinHyphens && hyphens.has(source.charCodeAt(at))) {
    const behind = skipJoiningHyphen(source, at)
    if (behind > 0) return behind
  }
  const end = endOfCluster(source, at)
  const form = foldCharacter(source.slice(at, end))
  const text = options.foldCase ? form.toLowerCase() : form
  if (end === at + 1) remember(source.charCodeAt(at), text, options)
  const isBreak = text === blank || text === '-'
  if (isBreak && writer.last === text.charCodeAt(0)) writer.stretchLast(end)
  else if (text !== '') writer.put(text, at, end)
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
