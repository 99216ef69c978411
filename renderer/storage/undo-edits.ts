import type { Id } from '@shared/base/ids'
import type { Edit } from '@shared/changes/compose'
import { invert, invertAbsorbed } from '@shared/changes/invert'
import { type Entry, historiesOf } from '@shared/notebook/entry'
import type { Step } from '@shared/notebook/undo-stacks'
import { mapInSlices } from './give-way'
import type { NotebookParts } from './stored-notebook'

/** The wishes that take a step back; none when its entry cannot be found. */
export async function editsThatUndo(parts: NotebookParts, step: Step): Promise<Edit[]> {
  const entries = await findEntries(parts, step)
  const [first] = entries
  if (!first) return []
  const touched = entries.flatMap(historiesOf)
  const known = await parts.state.histories(touched.map(({ id }) => id))
  const find = (id: Id) => known.get(id)
  // One record at a time, because a step can be an import of everything.
  const edits =
    first.kind === 'transaction'
      ? await mapInSlices(first.transaction.changes, (change) =>
          invert({ ...first.transaction, changes: [change] }, find),
        )
      : await mapInSlices(touched, (added) => invertAbsorbed([added], find))
  // Whoever has made a change stays known, even when it is taken back.
  return edits.flat().filter(({ kind, set }) => kind !== 'contributor' || !set.deleted)
}

async function findEntries(
  { state, undoLog, database, reader }: NotebookParts,
  { stamp }: Step,
): Promise<Entry[]> {
  for (const transaction of state.unsaved)
    if (transaction.stamp === stamp) return [{ kind: 'transaction', transaction }]
  const place = undoLog.rowsOf(stamp)
  if (!place) return []
  const rows = await database.log.where('seq').between(place.first, place.last, true, true).toArray()
  return reader.entries(rows.filter(({ head }) => head.stamp === stamp))
}
