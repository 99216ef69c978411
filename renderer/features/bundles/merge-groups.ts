import type { Id } from '@shared/base/ids'
import { EFFECTS, type Effect, isListed, type PreviewedRecord } from '@shared/bundle/preview-bundle'
import type { AnyRecord } from '@shared/domain/kinds'
import { describeKind, describeRecord, KIND_NAMES } from '@shared/notebook/describe'
import { articleOf } from '@shared/notebook/needs'

export type Arrangement = 'effect' | 'kind' | 'article'

export const EFFECT_NAMES: Readonly<Record<Effect, string>> = {
  added: 'Added',
  changed: 'Changed',
  differing: 'In difference',
  deleted: 'To the trash',
}

export interface Group {
  readonly key: string
  readonly label: string
  readonly records: readonly PreviewedRecord[]
}

type Find = (id: Id) => AnyRecord | undefined

/** The records of a preview that are listed, arranged as asked; groups in a fixed order, larger ones of articles first. */
export function groupRecords(
  records: readonly PreviewedRecord[],
  arrangement: Arrangement,
  get: Find,
): Group[] {
  const groups = new Map<string, PreviewedRecord[]>()
  for (const record of records.filter(isListed)) {
    const key = keyOf(record, arrangement)
    const group = groups.get(key)
    if (group) group.push(record)
    else groups.set(key, [record])
  }
  const found = [...groups].map(([key, own]) => ({
    key,
    label: labelOf(key, arrangement, get),
    records: own,
  }))
  return arrangement === 'effect'
    ? found.sort((a, b) => EFFECTS.indexOf(a.key as Effect) - EFFECTS.indexOf(b.key as Effect))
    : found.sort((a, b) => b.records.length - a.records.length)
}

function keyOf({ effect, after }: PreviewedRecord, arrangement: Arrangement): string {
  if (arrangement === 'effect') return effect
  return arrangement === 'kind' ? after.kind : (articleOf(after) ?? '')
}

function labelOf(key: string, arrangement: Arrangement, get: Find): string {
  if (arrangement === 'effect') return EFFECT_NAMES[key as Effect]
  if (arrangement === 'kind') return key === 'entity' ? 'People and the like' : pluralOf(key)
  if (key === '') return 'In no article'
  const article = get(key)
  return article ? describeRecord({ get }, article) : 'An article that is not here'
}

function pluralOf(kind: string): string {
  const name = KIND_NAMES[kind as keyof typeof KIND_NAMES]
  return kind === 'relation' ? 'Kinds of link' : `${name}s`
}

/** One line on a record in a preview; a link is told by its ends. */
export function describePreviewed({ after }: PreviewedRecord, get: Find): string {
  if (after.kind !== 'link') return describeRecord({ get }, after)
  const [from, to] = [get(after.fields.from), get(after.fields.to)]
  const name = (end: AnyRecord | undefined) => (end ? describeRecord({ get }, end) : 'something not here')
  return `${name(from)} → ${name(to)}`
}

/** The kind of a record and what becomes of it, as far as its group does not say so. */
export function describeWhat({ effect, after }: PreviewedRecord, arrangement: Arrangement): string {
  if (arrangement === 'effect') return describeKind(after)
  if (arrangement === 'kind') return EFFECT_NAMES[effect]
  return `${describeKind(after)}, ${EFFECT_NAMES[effect].toLowerCase()}`
}
