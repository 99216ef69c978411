import { type Id, newId } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { create, type Edit, edit } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import { memberField } from '@shared/domain/member-fields'
import { foldForSearch } from '@shared/notebook/find-records'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { type Created, planAnnotation, type SelectedPassage } from './create-annotation'
import type { WorkflowContext } from './workflow-context'

/** The kinds of records that carry tags. */
export type TaggedKind = 'annotation' | 'article' | 'claim' | 'note' | 'entity'

interface NamedTag {
  readonly id: Id
  readonly edits: readonly Edit[]
}

/** Finds the tag of a typed label, or plans a new one. */
function nameTag(view: NotebookView, label: string): NamedTag {
  const wanted = foldForSearch(label.trim())
  const known = view.all('tag').find(({ fields }) => foldForSearch(fields.label) === wanted)
  if (known) return { id: known.fields.mergedInto ?? known.id, edits: [] }
  const id = newId()
  return {
    id,
    edits: [create('tag', id, { label: label.trim(), parentId: null, color: null, mergedInto: null })],
  }
}

/** Puts tags on a record by their labels; labels that are not known yet become tags. */
export function tagRecord(
  { notebook }: WorkflowContext,
  kind: TaggedKind,
  id: Id,
  labels: readonly string[],
): Promise<Result<Transaction | null>> {
  const tags = labels.map((label) => nameTag(notebook.view, label))
  const members = Object.fromEntries(tags.map((tag) => [memberField('tag', tag.id), true]))
  return notebook.commit('add-tag', [...tags.flatMap(({ edits }) => edits), edit(kind, id, members)])
}

/** Takes a tag off a record. */
export function untagRecord(
  { notebook }: WorkflowContext,
  kind: TaggedKind,
  id: Id,
  tag: Id,
): Promise<Result<Transaction | null>> {
  return notebook.commit('remove-tag', [edit(kind, id, { [memberField('tag', tag)]: false })])
}

/** Keeps a passage with tags; gives the annotation's id. */
export function createTaggedPassage(
  { notebook }: WorkflowContext,
  passage: SelectedPassage,
  labels: readonly string[],
): Created {
  const tags = labels.map((label) => nameTag(notebook.view, label))
  const id = newId()
  const annotation = planAnnotation(id, passage, { tags: tags.map((tag) => tag.id) })
  const edits = [...tags.flatMap(({ edits: made }) => made), annotation]
  return { id, saved: notebook.commit('tag-passage', edits) }
}
