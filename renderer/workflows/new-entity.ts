import { type Id, newId } from '@shared/base/ids'
import { create, type Edit } from '@shared/changes/compose'
import type { EntityType } from '@shared/domain/entity'
import { findEntityNamed } from '@shared/notebook/find-entity'
import type { NotebookView } from '@shared/notebook/notebook-view'

/** A person that a form names: the id of a known one, or the edit that makes a new one. */
export interface NamedEntity {
  readonly id: Id | null
  readonly edits: readonly Edit[]
}

/** Finds the entity of a typed name, or plans a new one; an empty name is nobody. */
export function nameEntity(
  view: NotebookView,
  name: string,
  role: string | null = null,
  entityType: EntityType = 'person',
): NamedEntity {
  const trimmed = name.trim()
  if (trimmed === '') return { id: null, edits: [] }
  const known = findEntityNamed(view, trimmed)
  if (known) return { id: known.id, edits: [] }
  const id = newId()
  const fields = { entityType, name: trimmed, aliases: [], role, description: '', mergedInto: null }
  return { id, edits: [create('entity', id, fields)] }
}
