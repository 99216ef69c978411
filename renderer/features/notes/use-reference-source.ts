import type { ReferenceSource } from '@renderer/editor/ReferenceChip'
import { useNavigation } from '@renderer/navigation/navigation-store'
import { routeOf } from '@renderer/navigation/route-of'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import type { Id } from '@shared/base/ids'
import { isDeleted } from '@shared/domain/record'
import { describeKind, describeRecord } from '@shared/notebook/describe'
import { findRecords } from '@shared/notebook/find-records'
import { useMemo } from 'react'

const SUGGESTIONS = 8

/** Lets the editor name, suggest and open the notebook's records; a note is never suggested to itself. */
export function useReferenceSource(self: Id): ReferenceSource {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  return useMemo(
    () => ({
      describe: (target) => {
        const record = view.get(target)
        if (!record || isDeleted(record)) return null
        return {
          title: describeRecord(view, record),
          kind: describeKind(record),
          isQuote: record.kind === 'quote' || record.kind === 'annotation',
        }
      },
      suggest: (query) =>
        findRecords(view, query, SUGGESTIONS + 1)
          .filter(({ id }) => id !== self)
          .slice(0, SUGGESTIONS)
          .map((record) => ({
            id: record.id,
            title: describeRecord(view, record),
            kind: describeKind(record),
          })),
      open: (target) => {
        const route = routeOf(view, target)
        if (route) open(route)
      },
    }),
    [view, open, self],
  )
}
