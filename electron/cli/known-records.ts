import type { Id } from '@shared/base/ids'
import { type Duplicate, findDuplicates } from '@shared/bundle/duplicates'
import { lighten } from '@shared/bundle/preview-bundle'
import type { AnyRecord } from '@shared/domain/kinds'
import { isDeleted, type RecordState } from '@shared/domain/record'
import { describeRecord } from '@shared/notebook/describe'
import { NotebookMemory } from '@shared/notebook/notebook-view'

/** Two records that may be one, as they are called: the known one first. */
export interface Proposal {
  readonly kind: Duplicate['kind']
  readonly reason: Duplicate['reason']
  readonly ids: readonly [Id, Id]
  readonly names: readonly [string, string]
}

/** Kinds by which duplicates are recognised. */
const TELLING: readonly string[] = ['article', 'entity', 'version']

/** What the bundles so far hold of articles and entities, without texts, to see what comes a second time. */
export class KnownRecords {
  readonly #view = new NotebookMemory()
  #changed: AnyRecord[] = []
  #added: AnyRecord[] = []

  /** Hears of a record of the next bundle. */
  readonly note = (before: RecordState | undefined, after: RecordState): void => {
    if (!TELLING.includes(after.kind)) return
    const record = lighten(after)
    this.#changed.push(record)
    if (!before && !isDeleted(after)) this.#added.push(record)
  }

  /** What of the next bundle may be there already; from here on it counts as known. */
  propose(): readonly Proposal[] {
    const found = findDuplicates(this.#view, this.#added)
    this.#view.put(this.#changed as unknown as RecordState[])
    this.#changed = []
    this.#added = []
    const nameOf = (id: Id) => {
      const record = this.#view.get(id)
      return record ? describeRecord(this.#view, record) : id
    }
    return found.map(({ kind, reason, ours, theirs }) => ({
      kind,
      reason,
      ids: [ours, theirs],
      names: [nameOf(ours), nameOf(theirs)],
    }))
  }
}
