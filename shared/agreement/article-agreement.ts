import { contributorOf } from '../base/clock'
import type { Id } from '../base/ids'
import { type Annotation, isPlaced, MOTIVATIONS, placementIn } from '../domain/annotation'
import type { Article } from '../domain/article'
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
  /** Blocks that each coder marked something of, in the order of `coders`. */
  readonly marked: readonly number[]
  /** By block of the text: marked or not. Only for two coders. */
  readonly kappa: number | null
  /** The same, for any number of coders. */
  readonly alpha: number | null
  /** Where passages begin and end. */
  readonly unitizing: number | null
  /** Passages that some coders marked and others did not: UTF-16, in text order. */
  readonly differing: readonly DifferingPassage[]
}

/** A passage on which coders differ. */
export interface DifferingPassage extends Unit {
  /** Who marked something of it. */
  readonly coders: readonly Id[]
  /** The first annotation that marks it. */
  readonly annotation: Id
}

/** The agreement on one article. */
export interface ArticleAgreement {
  readonly articleId: Id
  readonly coders: readonly Id[]
  /** Blocks of the text that is shown: the units that kappa and alpha count. */
  readonly units: number
  readonly categories: readonly Agreement[]
}

/** A mark with the annotation it comes from; of several that were joined, the first. */
interface CodedUnit extends Unit {
  readonly annotation: Id
}

/** What each coder marked for each category. */
type Coding = Map<string, Map<Id, CodedUnit[]>>

/** The contributors who marked something in the text of an article that is shown, sorted. */
export function codersOf(view: NotebookView, { id, fields }: Article): Id[] {
  const coders = new Set<Id>()
  for (const annotation of view.by('annotationsByArticle', id))
    if (spansOf(annotation, fields.currentVersion).length > 0) coders.add(contributorOf(annotation.created))
  return [...coders].sort()
}

/**
 * Agreement on an article that two or more contributors coded, for each category that any of them used; null when fewer did. `blocks`
 * gives where each block of the shown text starts, `length` its UTF-16 length.
 */
export function agreementOn(
  view: NotebookView,
  articleId: Id,
  blocks: readonly number[],
  length: number,
): ArticleAgreement | null {
  const article = view.find('article', articleId)
  const coders = article ? codersOf(view, article) : []
  if (!article || coders.length < 2) return null
  const coding: Coding = new Map()
  for (const annotation of view.by('annotationsByArticle', articleId)) {
    const spans = spansOf(annotation, article.fields.currentVersion)
    const coder = contributorOf(annotation.created)
    for (const category of [annotation.fields.motivation, ...tagsOf(annotation)])
      for (const span of spans) note(coding, category, coder, { ...span, annotation: annotation.id })
  }
  const categories = [...coding.keys()].sort(kindsFirst).map((category) => {
    const marks = coders.map((coder) => joinOverlaps(coding.get(category)?.get(coder) ?? []))
    return compare(category, coders, marks, blocks, length)
  })
  return { articleId, coders, units: blocks.length, categories }
}

/** Kinds of annotation in their own order, then tags, oldest first. */
function kindsFirst(a: string, b: string): number {
  const place = (category: string) => {
    const kind = (MOTIVATIONS as readonly string[]).indexOf(category)
    return kind < 0 ? MOTIVATIONS.length : kind
  }
  return place(a) - place(b) || (a < b ? -1 : 1)
}

function spansOf(annotation: Annotation, versionId: Id): Unit[] {
  const placement = placementIn(annotation, versionId)
  return isPlaced(placement) ? placement.spans.map(([start, end]) => ({ start, end })) : []
}

function note(coding: Coding, category: string, coder: Id, span: CodedUnit): void {
  const byCoder = coding.get(category) ?? new Map<Id, CodedUnit[]>()
  coding.set(category, byCoder)
  byCoder.set(coder, [...(byCoder.get(coder) ?? []), span])
}

/** One coder's passages of one category as stretches that don't overlap. */
function joinOverlaps(spans: readonly CodedUnit[]): CodedUnit[] {
  const joined: CodedUnit[] = []
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
  marks: readonly (readonly CodedUnit[])[],
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
    marked: coders.map((_, coder) => said.filter((block) => block[coder] === 'marked').length),
    kappa: coders.length === 2 ? cohensKappa(pairs) : null,
    alpha: alphaNominal(said),
    unitizing: alphaUnitizing(marks, length),
    differing: findDiffering(coders, marks),
  }
}

/** Passages of any coder that some other coder marked nothing of. */
function findDiffering(
  coders: readonly Id[],
  marks: readonly (readonly CodedUnit[])[],
): readonly DifferingPassage[] {
  const found = new Map<string, DifferingPassage>()
  for (const { start, end, annotation } of marks.flat()) {
    const who = coders.filter((_, index) =>
      marks[index]?.some((mark) => mark.start < end && mark.end > start),
    )
    if (who.length < coders.length) found.set(`${start} ${end}`, { start, end, coders: who, annotation })
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}
