import type { Kind } from '../domain/kinds'

/** Kinds that are counted on screen, with the words for one and for many; the rest hangs on these. */
export const COUNTED_KINDS = {
  article: ['article', 'articles'],
  annotation: ['passage', 'passages'],
  quote: ['quote', 'quotes'],
  claim: ['claim', 'claims'],
  entity: ['person', 'people'],
  tag: ['tag', 'tags'],
  link: ['link', 'links'],
  note: ['note', 'notes'],
} as const satisfies { readonly [K in Kind]?: readonly [one: string, many: string] }

export type CountedKind = keyof typeof COUNTED_KINDS

export function isCounted(kind: Kind): kind is CountedKind {
  return Object.hasOwn(COUNTED_KINDS, kind)
}

/** Numbers of records by kind. */
export type KindCounts = { readonly [K in CountedKind]?: number }

/** Counts records by kind, leaving out those that hang on others. */
export function countByKind(records: Iterable<{ readonly kind: Kind }>): KindCounts {
  const counts: { [K in CountedKind]?: number } = {}
  for (const { kind } of records) if (isCounted(kind)) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** Numbers of records in words, such as “2 articles, 1 note”. */
export function describeCounts(counts: KindCounts): string {
  const parts = (Object.keys(COUNTED_KINDS) as CountedKind[]).flatMap((kind) => {
    const count = counts[kind] ?? 0
    return count === 0 ? [] : `${count.toLocaleString()} ${COUNTED_KINDS[kind][count === 1 ? 0 : 1]}`
  })
  return parts.join(', ') || 'Nothing yet'
}
