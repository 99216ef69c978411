import type { Id } from '@shared/base/ids'
import type { RecordHistory } from '@shared/changes/transaction'
import { useEffect, useState } from 'react'
import { useReading } from './notebook-view'
import { useReadableNotebook } from './readable-notebook'

/** All changes of a record, in the trash or not, as they are now; undefined until they are read, null when there is no such record. */
export function useHistory(id: Id): RecordHistory | null | undefined {
  const notebook = useReadableNotebook()
  const digest = useReading((view) => view.get(id)?.digest)
  const [history, setHistory] = useState<RecordHistory | null | undefined>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the digest stands for the history.
  useEffect(() => {
    let isWanted = true
    void notebook.history(id).then((read) => isWanted && setHistory(read ?? null))
    return () => {
      isWanted = false
    }
  }, [notebook, id, digest])
  return history?.id === id || history === null ? history : undefined
}
