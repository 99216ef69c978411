import type { Notebook } from '@renderer/storage/notebook'
import type { Stamp } from '@shared/base/clock'
import type { Id } from '@shared/base/ids'
import type { BundleSource } from '@shared/bundle/source'
import type { RecordHistory } from '@shared/changes/transaction'
import { KINDS, type Kind } from '@shared/domain/kinds'
import { everyRecord, latestChange } from '@shared/notebook/every-record'

/** The ids of all records by kind, the trash included: a deletion travels too. */
function idsByKind({ view }: Notebook): ReadonlyMap<Kind, ReadonlySet<Id>> {
  const ids = new Map(KINDS.map((kind) => [kind, new Set<Id>()]))
  for (const { kind, id } of everyRecord(view)) ids.get(kind)?.add(id)
  return ids
}

/** A history without what came after a stamp; null when nothing is left. */
function upTo(history: RecordHistory, latest: Stamp): RecordHistory | null {
  const changes = history.changes.filter(({ stamp }) => stamp <= latest)
  if (changes.length === 0) return null
  return changes.length === history.changes.length ? history : { ...history, changes }
}

/** The open notebook as it is at this moment, as a bundle's source: work goes on while a bundle is written. */
export function notebookAsSource(notebook: Notebook): BundleSource {
  const ids = idsByKind(notebook)
  const latest = latestChange(notebook.view) ?? ''
  return {
    async *histories(kind) {
      const wanted = ids.get(kind)
      if (!wanted?.size) return
      for await (const history of notebook.histories(wanted)) {
        const kept = upTo(history, latest)
        if (kept) yield kept
      }
    },
    async *transactionNotes() {
      for await (const note of notebook.transactionNotes()) if (note.stamp <= latest) yield note
    },
  }
}
