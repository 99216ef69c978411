import { type OffsetMap, offsetMap } from '@shared/base/code-points'
import { type Failure, fail, ok, type Result } from '@shared/base/result'
import { type Placement, reanchorAll, type Verdict } from './reanchor'
import type { Selector } from './selector'
import { selectorFromW3C } from './w3c-selector'

/** One line of output: offsets in code points of the new text, null where the passage was not placed. */
export interface AnchorLine {
  readonly id: string
  readonly verdict: Verdict
  readonly start: number | null
  readonly end: number | null
  readonly score: number
}

/** A line for an annotation that names no passage. */
export interface AnchorFailure {
  readonly id: string
  readonly error: Failure
}

interface Entry {
  readonly id: string
  readonly selector: Result<Selector>
}

/**
 * The core of `florilegium anchor`: W3C annotations made on the old text (JSON: an array, one annotation, a page
 * with `items`, or a collection with its first page) are placed in the new one; a line each, in input order. Fails with `anchor/bad-input` if the JSON
 * does not parse. Positions in and out are code points.
 */
export function anchorAnnotations(
  oldText: string,
  newText: string,
  annotationsJson: string,
): Result<(AnchorLine | AnchorFailure)[]> {
  const annotations = parseAnnotations(annotationsJson)
  if (!annotations)
    return fail('anchor/bad-input', 'The annotations are not a JSON array of W3C Web Annotations.')
  const oldOffsets = offsetMap(oldText)
  const newOffsets = offsetMap(newText)
  const entries = annotations.map((annotation, order) => readAnnotation(annotation, order, oldOffsets))
  const passages = entries.flatMap(({ selector }, order) =>
    selector.ok ? [{ id: String(order), selector: selector.value }] : [],
  )
  const placed = new Map(
    reanchorAll(oldText, newText, passages).map((placement) => [placement.id, placement]),
  )
  return ok(entries.map((entry, order) => lineOf(entry, placed.get(String(order)), newOffsets)))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parseAnnotations(json: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(json.replace(/^\ufeff/, ''))
    if (Array.isArray(value)) return value
    if (!isRecord(value)) return undefined
    // A collection holds its first page, a page its items (Web Annotation Data Model, 5).
    const page = isRecord(value.first) ? value.first : value
    return Array.isArray(page.items) ? page.items : [value]
  } catch {
    return undefined
  }
}

function readAnnotation(annotation: unknown, order: number, offsets: OffsetMap): Entry {
  const record = isRecord(annotation) ? annotation : {}
  const id = typeof record.id === 'string' ? record.id : String(record.id ?? order)
  return { id, selector: selectorFromW3C(selectorsOf(record), offsets) }
}

/** A target may be an address, a resource with selectors, or a list of both; the first that selects counts. */
function selectorsOf(annotation: Record<string, unknown>): unknown {
  const targets = [annotation.target ?? annotation].flat() as unknown[]
  return targets.filter(isRecord).find((target) => target.selector !== undefined)?.selector
}

function lineOf(
  entry: Entry,
  placement: Placement | undefined,
  offsets: OffsetMap,
): AnchorLine | AnchorFailure {
  if (!entry.selector.ok) return { id: entry.id, error: entry.selector.error }
  const { verdict, start, end, score } = placement ?? { verdict: 'lost', start: -1, end: -1, score: 0 }
  return {
    id: entry.id,
    verdict,
    start: start < 0 ? null : offsets.toCodePoint(start),
    end: end < 0 ? null : offsets.toCodePoint(end),
    score: Math.round(score * 10_000) / 10_000,
  }
}
