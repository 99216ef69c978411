import { countNotAbove, countTokensStartingBefore, firstTokenEndingAfter, type TokenText } from './tokens'

/** A passage of a text as its tokens (end exclusive) and its exact edges as offsets into the folded text. */
export interface TokenPassage {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly foldedStart: number
  readonly foldedEnd: number
  /** Blanks of the source that the passage has before its first and behind its last token. */
  readonly blanksBefore: number
  readonly blanksBehind: number
}

/** Finds the tokens of `source.slice(start, end)`; `from === to` where there are none. */
export function tokensOfPassage(tokens: TokenText, start: number, end: number): TokenPassage {
  const { folded } = tokens
  const units = folded.text.length
  const foldedStart = Math.min(units, countNotAbove(folded.ends.subarray(0, units), start))
  const foldedEnd = countNotAbove(folded.starts.subarray(0, units), end - 1)
  const from = firstTokenEndingAfter(tokens, foldedStart)
  const to = Math.max(from, countTokensStartingBefore(tokens, foldedEnd))
  const firstStart = from < to ? (folded.starts[tokens.starts[from] as number] as number) : start
  const lastEnd = from < to ? (folded.ends[(tokens.ends[to - 1] as number) - 1] as number) : end
  return {
    from,
    to,
    start,
    end,
    foldedStart,
    foldedEnd,
    blanksBefore: countBlanks(tokens.source, start, firstStart),
    blanksBehind: countBlanks(tokens.source, lastEnd, end),
  }
}

/** Turns new tokens (end exclusive) back into offsets, with edges inside words and blanks as the old passage had them. */
export function offsetsOfFit(
  old: TokenText,
  passage: TokenPassage,
  fresh: TokenText,
  newFrom: number,
  newTo: number,
): { start: number; end: number } {
  const same = samePlace(old, passage, fresh, newFrom)
  if (same) return same
  const skipped = skippedUnits(old, passage, fresh, newFrom)
  const dropped = droppedUnits(old, passage, fresh, newTo)
  const first = (fresh.starts[newFrom] as number) + skipped
  const last = Math.max(first, (fresh.ends[newTo - 1] as number) - dropped - 1)
  let start = fresh.folded.starts[first] as number
  let end = fresh.folded.ends[last] as number
  for (let k = 0; k < passage.blanksBefore && isBlank(fresh.source, start - 1); k += 1) start -= 1
  for (let k = 0; k < passage.blanksBehind && isBlank(fresh.source, end); k += 1) end += 1
  return { start, end }
}

/** Where the passage stands letter for letter, invisible characters at its edges included. */
function samePlace(
  old: TokenText,
  passage: TokenPassage,
  fresh: TokenText,
  newFrom: number,
): { start: number; end: number } | undefined {
  const { start, end } = passage
  const shift = sourceStart(fresh, newFrom) - sourceStart(old, passage.from)
  const isSame = start + shift >= 0 && fresh.source.startsWith(old.source.slice(start, end), start + shift)
  return isSame ? { start: start + shift, end: end + shift } : undefined
}

function countBlanks(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at += 1) if (isBlank(text, at)) count += 1
  return count
}

const sourceStart = (tokens: TokenText, token: number): number =>
  tokens.folded.starts[tokens.starts[token] as number] as number

const isBlank = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && /\s/.test(text.charAt(at))

/** Units of the first word that the passage leaves out; kept only where the word is the same one. */
function skippedUnits(old: TokenText, passage: TokenPassage, fresh: TokenText, newFrom: number): number {
  const units = passage.foldedStart - (old.starts[passage.from] as number)
  return units > 0 && old.ids[passage.from] === fresh.ids[newFrom] ? units : 0
}

function droppedUnits(old: TokenText, passage: TokenPassage, fresh: TokenText, newTo: number): number {
  const units = (old.ends[passage.to - 1] as number) - passage.foldedEnd
  return units > 0 && old.ids[passage.to - 1] === fresh.ids[newTo - 1] ? units : 0
}
