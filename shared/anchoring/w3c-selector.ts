import type { OffsetMap } from '@shared/base/code-points'
import { fail, ok, type Result } from '@shared/base/result'
import type { Selector } from './selector'

interface Found {
  quote?: { exact: string; prefix: string; suffix: string }
  /** In code points. */
  position?: { start: number; end: number }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function readOne(value: Record<string, unknown>): Found {
  if (value.type === 'TextQuoteSelector' && typeof value.exact === 'string') {
    return { quote: { exact: value.exact, prefix: textOf(value.prefix), suffix: textOf(value.suffix) } }
  }
  if (value.type === 'RangeSelector') return readRange(value)
  const { start, end } = value
  if (value.type === 'TextPositionSelector' && isOffset(start) && isOffset(end) && start <= end) {
    return { position: { start, end } }
  }
  return {}
}

/** A range goes from the start of one selector to the start of another. */
function readRange(value: Record<string, unknown>): Found {
  const from = collect(value.startSelector, 1).position
  const to = collect(value.endSelector, 1).position
  return from && to && from.start <= to.start ? { position: { start: from.start, end: to.start } } : {}
}

/** A refining selector counts from the start of what it refines, so its position is usable only if that is known. */
function refine(outer: Found, inner: Found): Found {
  const found: Found = { ...inner }
  delete found.position
  const within = inner.position ?? placeInQuote(outer, inner)
  if (outer.position && within) {
    const { start } = outer.position
    found.position = { start: start + within.start, end: start + within.end }
  }
  if (!found.quote && outer.quote && within) {
    const points = Array.from(outer.quote.exact)
    found.quote = {
      exact: points.slice(within.start, within.end).join(''),
      prefix: outer.quote.prefix + points.slice(0, within.start).join(''),
      suffix: points.slice(within.end).join('') + outer.quote.suffix,
    }
  }
  return found
}

function placeInQuote(outer: Found, inner: Found): { start: number; end: number } | undefined {
  if (!outer.quote || !inner.quote) return undefined
  const { prefix, exact, suffix } = inner.quote
  const whole = outer.quote.exact.indexOf(prefix + exact + suffix)
  const at = whole >= 0 ? whole + prefix.length : outer.quote.exact.indexOf(exact)
  if (at < 0) return undefined
  const start = Array.from(outer.quote.exact.slice(0, at)).length
  return { start, end: start + Array.from(exact).length }
}

function collect(value: unknown, depth: number): Found {
  if (depth > 16) return {}
  if (Array.isArray(value)) {
    const all = value.map((part: unknown) => collect(part, depth + 1))
    return Object.assign({}, ...all.reverse()) as Found
  }
  if (!isRecord(value)) return {}
  const own = readOne(value)
  if (value.refinedBy === undefined) return own
  const inner = collect(value.refinedBy, depth + 1)
  return inner.quote || inner.position ? refine(own, inner) : own
}

/**
 * Reads W3C selectors (one, a list, or nested by `refinedBy`), converting code points to UTF-16 with the map of the
 * annotated text. Without a quote `exact` is empty; without a position `start` and `end` are -1; fails without either.
 */
export function selectorFromW3C(value: unknown, map: OffsetMap): Result<Selector> {
  const { quote, position } = collect(value, 0)
  if (!quote?.exact && !position) {
    return fail(
      'anchor/no-selector',
      'The annotation has neither a TextQuoteSelector nor a TextPositionSelector, so its passage cannot be found.',
    )
  }
  return ok({
    start: position ? map.toUtf16(position.start) : -1,
    end: position ? map.toUtf16(position.end) : -1,
    exact: quote?.exact ?? '',
    prefix: quote?.prefix ?? '',
    suffix: quote?.suffix ?? '',
  })
}
