import type { Id } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { type Edit, edit, remove } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import type { Annotation, AnnotationFields, Hue } from '@shared/domain/annotation'
import type { WorkflowContext } from './workflow-context'

/** Gives passages another colour. */
export function recolourAnnotations(
  { notebook }: WorkflowContext,
  ids: readonly Id[],
  color: Hue,
): Promise<Result<Transaction | null>> {
  return notebook.commit(
    'recolour',
    ids.map((id) => edit('annotation', id, { color })),
  )
}

/** Changes the comment on a passage; a highlight with a comment is a comment, and without one a highlight again. */
export function commentAnnotation(
  { notebook }: WorkflowContext,
  annotation: Annotation,
  comment: string,
): Promise<Result<Transaction | null>> {
  const { motivation } = annotation.fields
  const isPlain = motivation === 'highlighting' || motivation === 'commenting'
  const fields: Partial<AnnotationFields> = {
    comment,
    ...(isPlain ? { motivation: comment.trim() === '' ? 'highlighting' : 'commenting' } : {}),
  }
  return notebook.commit('comment', [edit('annotation', annotation.id, fields)])
}

/**
 * Moves passages to the trash with the quotes that they mark and the links they are an end of, in one step;
 * claims stay, for other passages may make them.
 */
export function removeAnnotations(
  { notebook }: WorkflowContext,
  ids: readonly Id[],
): Promise<Result<Transaction | null>> {
  const { view } = notebook
  const edits: Edit[] = ids.flatMap((id) => {
    const quotes = view.by('quotesByAnnotation', id)
    const links = [id, ...quotes.map((quote) => quote.id)].flatMap((end) => view.by('linksByEnd', end))
    return [...quotes, ...links]
      .map((record) => remove(record.kind, record.id))
      .concat(remove('annotation', id))
  })
  return notebook.commit('delete', edits)
}
