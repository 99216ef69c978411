import { boolean, json, text } from '../base/check'
import { type Id, isId } from '../base/ids'
import type { Json } from '../base/json'
import type { FieldChecks } from './field-checks'
import type { MemberFields } from './member-fields'
import type { CommonFields, RecordState } from './record'

/** Rich text of the researcher's own, with live references to other records. */
export interface NoteFields extends CommonFields, MemberFields<'tag'> {
  readonly title: string
  /** The editor's exact state: a tree of `{ type, children?, … }`; references are `{ type: 'reference', target: id }`. */
  readonly content: Json
  /** Kept out of bundles unless asked for. */
  readonly private: boolean
}

export type Note = RecordState<NoteFields, 'note'>

export const noteChecks: FieldChecks<NoteFields> = {
  fixed: { title: text(2_000), content: json(100), private: boolean },
  members: ['tag'],
}

/** The records that a note refers to, in order of appearance, each once. */
export function referencesOf(content: Json): Id[] {
  const found = new Set<Id>()
  const visit = (node: Json | undefined) => {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) return node.forEach(visit)
    const fields = node as { readonly [key: string]: Json }
    if (fields.type === 'reference' && isId(fields.target)) found.add(fields.target)
    visit(fields.root)
    visit(fields.children)
  }
  visit(content)
  return [...found]
}
