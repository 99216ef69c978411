import type { Notebook } from '@renderer/storage/notebook'
import type { Id } from '@shared/base/ids'
import type { BundleSource } from '@shared/bundle/source'
import type { Kind } from '@shared/domain/kinds'

/** Every id of a kind, the trash included: a deletion travels too. */
function idsOf({ view }: Notebook, kind: Kind): ReadonlySet<Id> {
  const inTrash = view.trash().filter((record) => record.kind === kind)
  return new Set([...view.all(kind), ...inTrash].map(({ id }) => id))
}

/** The open notebook as a bundle's source. */
export function notebookAsSource(notebook: Notebook): BundleSource {
  return {
    histories: (kind) => {
      const ids = idsOf(notebook, kind)
      return ids.size === 0 ? [] : notebook.histories(ids)
    },
    transactionNotes: () => notebook.transactionNotes(),
  }
}
