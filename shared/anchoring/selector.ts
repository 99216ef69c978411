import type { OffsetMap } from '@shared/base/code-points'
import { moveToBoundary } from './character-boundaries'

/**
 * Where a passage is in one text, in UTF-16 offsets, with its words and what stands around them:
 * the W3C TextPositionSelector and TextQuoteSelector in one. `start` and `end` are -1 where only the quote is known.
 */
export interface Selector {
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** The W3C selector that names a passage by its words. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector'
  readonly exact: string
  readonly prefix?: string
  readonly suffix?: string
}

/** The W3C selector that names a passage by its place, in Unicode code points. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector'
  readonly start: number
  readonly end: number
}

const contextLength = 32

/** Describes `text.slice(start, end)` (UTF-16) with about 32 characters of context, never tearing a character. */
export function describePassage(text: string, start: number, end: number): Selector {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(moveToBoundary(text, start - contextLength, -1), start),
    suffix: text.slice(end, moveToBoundary(text, end + contextLength, 1)),
  }
}

/** Writes a selector as the W3C pair, positions in code points; the position is left out where it is unknown. */
export function selectorToW3C(
  selector: Selector,
  map: OffsetMap,
): [TextQuoteSelector] | [TextQuoteSelector, TextPositionSelector] {
  const { exact, prefix, suffix, start, end } = selector
  const quote: TextQuoteSelector = { type: 'TextQuoteSelector', exact, prefix, suffix }
  if (start < 0) return [quote]
  return [quote, { type: 'TextPositionSelector', start: map.toCodePoint(start), end: map.toCodePoint(end) }]
}
