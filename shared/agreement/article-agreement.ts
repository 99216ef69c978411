import { contributorOf } from '../base/clock'
import type { Id } from '../base/ids'
import { type Annotation, isPlaced, placementIn } from '../domain/annotation'
import { tagsOf } from '../domain/member-fields'
import type { NotebookView } from '../notebook/notebook-view'
import { alphaNominal } from './alpha-nominal'
import { alphaUnitizing, type Unit } from './alpha-unitizing'
import { cohensKappa, type Pair } from './kappa'

/** How far the coders of an article agree on one tag or kind of annotation; null where a coefficient has no meaning. */
export interface Agreement {
  /** A tag's id, or an annotation's motivation. */
  readonly category: string
  readonly coders: readonly Id[]
  /** By block of the text: marked or not. Only for two coders. */
  readonly kappa: number | null
  /** The same, for any number of coders. */
  readonly alpha: number | null
  /** Where passages begin and end. */
  readonly unitizing: number | null
  /** Passages that some coders marked and others did not: UTF-16, in text order. */
  readonly differing: readonly {
    readonly start: number
    readonly end: number
    readonly coders: readonly Id[]
  }[]
}

/** What each coder marked for each category. */
type Coding = Map<string, Map<Id, Unit[]>>

/**
 * Agreement on an article that two or more contributors coded, for each category that any of them used. `blocks` gives where each
 * block of the shown text starts, `length` its UTF-16 length.
 */
export function agreementOn(
  view: NotebookView,
  articleId: Id,
  blocks: readonly number[],
  length: number,
): Agreement[] {
  const article = view.find('article', articleId)
  if (!article) return []
  const coding: Coding = new Map()
  const coders = new Set<Id>()
  for (const annotation of view.by('annotationsByArticle', articleId)) {
    const spans = spansOf(annotation, article.fields.currentVersion)
    const coder = contributorOf(annotation.created)
    if (spans.length > 0) coders.add(coder)
    for (const category of [annotation.fields.motivation, ...tagsOf(annotation)])
      for (const span of spans) note(coding, category, coder, span)
  }
  if (coders.size < 2) return []
  const sorted = [...coders].sort()
  return [...coding.keys()].sort().map((category) => {
    const marks = sorted.map((coder) => joinOverlaps(coding.get(category)?.get(coder) ?? []))
    return compare(category, sorted, marks, blocks, length)
  })
}

function spansOf(annotation: Annotation, versionId: Id): Unit[] {
  const placement = placementIn(annotation, versionId)
  return isPlaced(placement) ? placement.spans.map(([start, end]) => ({ start, end })) : []
}

function note(coding: Coding, category: string, coder: Id, span: Unit): void {
  const byCoder = coding.get(category) ?? new Map<Id, Unit[]>()
  coding.set(category, byCoder)
  byCoder.set(coder, [...(byCoder.get(coder) ?? []), span])
}

/** One coder's passages of one category as stretches that don't overlap. */
function joinOverlaps(spans: readonly Unit[]): Unit[] {
  const joined: Unit[] = []
  for (const span of [...spans].filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && span.start <= last.end)
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, span.end) }
    else joined.push(span)
  }
  return joined
}

function compare(
  category: string,
  coders: readonly Id[],
  marks: readonly (readonly Unit[])[],
  blocks: readonly number[],
  length: number,
): Agreement {
  const said = blocks.map((start, index) => {
    const end = blocks[index + 1] ?? length
    return marks.map((own) =>
      own.some((mark) => mark.start < end && mark.end > start) ? 'marked' : 'unmarked',
    )
  })
  const pairs = said.map(([a, b]): Pair => [a ?? 'unmarked', b ?? 'unmarked'])
  return {
    category,
    coders,
    kappa: coders.length === 2 ? cohensKappa(pairs) : null,
    alpha: alphaNominal(said),
    unitizing: alphaUnitizing(marks, length),
    differing: findDiffering(coders, marks),
  }
}

/** Passages of any coder that some other coder marked nothing of. */
function findDiffering(coders: readonly Id[], marks: readonly (readonly Unit[])[]): Agreement['differing'] {
  const found = new Map<string, Agreement['differing'][number]>()
  for (const { start, end } of marks.flat()) {
    const who = coders.filter((_, index) =>
      marks[index]?.some((mark) => mark.start < end && mark.end > start),
    )
    if (who.length < coders.length) found.set(`${start} ${end}`, { start, end, coders: who })
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}
