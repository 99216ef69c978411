import { readSelection, type Span } from '@renderer/anchoring/read-selection'
import { announce } from '@renderer/navigation/tasks'
import { useLocal } from '@renderer/storage/queries/local'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { createAnnotation, type SelectedPassage } from '@renderer/workflows/create-annotation'
import { removeAnnotations } from '@renderer/workflows/edit-annotation'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Json } from '@shared/base/json'
import type { Annotation, Hue } from '@shared/domain/annotation'
import { type TaskKind, useReader } from './reader-context'
import { kindOf, spansIn } from './shown-passages'

export interface PassageActions {
  /** The annotation that keys act on: the active one, unless other words are selected. */
  readonly subject: () => Annotation | undefined
  /** Keeps the selection as a highlight. */
  readonly highlight: () => void
  /** Opens a form at the selection, or at the active annotation. */
  readonly begin: (kind: TaskKind, annotation?: Annotation, typed?: Json) => void
  /** Opens the form that fits what an annotation is. */
  readonly edit: (annotation: Annotation) => void
  readonly remove: (annotation: Annotation) => void
}

const EDITORS = { highlight: 'comment', comment: 'comment', quote: 'quote', claim: 'claim' } as const
const NOTHING_SELECTED = 'Select a passage first.'

const isSame = (span: Span, spans: readonly Span[]) =>
  spans.length === 1 && spans[0]?.[0] === span[0] && spans[0][1] === span[1]

/** Everything that buttons, keys and cards do to passages. */
export function usePassageActions(): PassageActions {
  const { article, versionId, page, passages, active, activate, begin } = useReader()
  const { view } = useReadableNotebook()
  const [hue] = useLocal<Hue>('highlight-hue', 'amber')
  const create = useWorkflow(createAnnotation)
  const remove = useWorkflow(removeAnnotations)

  const activeOne = () => (active ? view.find('annotation', active) : undefined)
  const subject = () => {
    const annotation = activeOne()
    const span = readSelection(page.surface)
    return !span || (annotation && isSame(span, spansIn(annotation, versionId))) ? annotation : undefined
  }
  const selected = (): SelectedPassage | null => {
    const span = readSelection(page.surface)
    return span && { articleId: article.id, versionId, text: page.surface.text, spans: [span] }
  }
  return {
    subject,
    highlight() {
      const passage = selected()
      if (!passage) return announce(NOTHING_SELECTED)
      if (subject()) return announce('This passage is marked already.')
      const { id } = create(passage, { color: hue })
      activate(id, false)
      announce('Highlighted')
    },
    begin(kind, annotation = subject(), typed = null) {
      const spans = annotation ? spansIn(annotation, versionId) : selected()?.spans
      if (!spans || spans.length === 0) return announce(NOTHING_SELECTED)
      if (annotation) activate(annotation.id)
      begin({ kind, versionId, spans, annotation: annotation?.id ?? null, typed })
    },
    edit(annotation) {
      this.begin(EDITORS[kindOf(annotation)], annotation)
    },
    remove(annotation) {
      const place = passages.placeOf(annotation.id)
      void remove([annotation.id])
      const next = passages.annotations[place + 1] ?? passages.annotations[place - 1]
      activate(next?.id ?? null, false)
      announce('Deleted. Ctrl Z brings it back.')
    },
  }
}
