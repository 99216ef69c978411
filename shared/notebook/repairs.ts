import type { Id } from '../base/ids'
import { type Annotation, isPlaced, type Placement, placementIn } from '../domain/annotation'
import type { Article } from '../domain/article'
import type { NotebookView } from './notebook-view'

/** A passage that has no sure place in its article's current version, and waits for somebody to say where it is. */
export interface Repair {
  readonly annotation: Annotation
  readonly article: Article
  readonly versionId: Id
  /** What is known of its place there. */
  readonly placement: Placement
}

/** Whether a placement was looked for and is in doubt; what a person settled, or let go, is not. */
export function isInDoubt(placement: Placement | null): placement is Placement {
  return placement !== null && placement.settled !== true && !isPlaced(placement)
}

/** Lists of annotations stay the same object until they change, and so do the repairs found in them. */
const found = new WeakMap<
  readonly Annotation[],
  { readonly article: Article; readonly repairs: readonly Repair[] }
>()

function repairsOf(view: NotebookView, article: Article): readonly Repair[] {
  const annotations = view.by('annotationsByArticle', article.id)
  const known = found.get(annotations)
  if (known?.article === article) return known.repairs
  const versionId = article.fields.currentVersion
  const repairs = annotations
    .flatMap((annotation): Repair[] => {
      const placement = placementIn(annotation, versionId)
      return isInDoubt(placement) ? [{ annotation, article, versionId, placement }] : []
    })
    .sort((a, b) => startOf(a) - startOf(b))
  if (annotations.length > 0) found.set(annotations, { article, repairs })
  return repairs
}

/** The passages to repair, article by article, in the order they stand in their texts. */
export function findRepairs(view: NotebookView): Repair[] {
  return view.all('article').flatMap((article) => repairsOf(view, article))
}

const startOf = ({ annotation }: Repair): number => annotation.fields.target.passages[0]?.start ?? 0

/** Annotations whose place in the article's current version was never looked for, as after a merge. */
export function findUnplaced(view: NotebookView, article: Article): Annotation[] {
  return view
    .by('annotationsByArticle', article.id)
    .filter((annotation) => placementIn(annotation, article.fields.currentVersion) === null)
}
