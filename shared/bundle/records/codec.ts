import type { Json } from '../../base/json'
import type { RecordHistory, StampedChange } from '../../changes/transaction'
import type { Block } from '../../domain/block'
import type { Kind } from '../../domain/kinds'
import type { Fields } from '../../domain/record'
import { refuse } from '../failure'
import { type Direction, OFFSETS } from './offsets'
import { PLAIN_TABLE, type TextTable, tableOfBlocks } from './text-table'

/**
 * A change as the file has it: offsets in code points. Where that is impossible (the text is not in the bundle, or
 * an offset lies inside a character) the change keeps UTF-16 offsets and says so.
 */
export interface FileChange extends StampedChange {
  readonly offsets?: 'utf-16'
}

export interface FileHistory {
  readonly id: string
  readonly kind: Kind
  readonly changes: readonly FileChange[]
}

/**
 * Turns histories into their form in the files and back, exactly. Must be shown versions first, then annotations,
 * then quotes: it remembers where texts have characters that UTF-16 counts twice, and little else.
 */
export class RecordCodec {
  readonly #tables = new Map<string, TextTable>()
  /** Of annotations whose text is not plain: their table, or null when their text is not in the bundle. */
  readonly #annotations = new Map<string, TextTable | null>()

  /** The table of a version's text; undefined when the bundle does not hold the text. */
  table(versionId: string): TextTable | undefined {
    return this.#tables.get(versionId)
  }

  toFile(history: RecordHistory): FileHistory {
    this.#remember(history)
    const changes = history.changes.map((change) => this.#changeToFile(history, change))
    return { id: history.id, kind: history.kind, changes }
  }

  fromFile(file: FileHistory): RecordHistory {
    if (file.kind === 'version') return this.#versionFromFile(file)
    this.#remember(file)
    return { ...file, changes: file.changes.map((change) => this.#changeFromFile(file, change)) }
  }

  /** A version's own text is the same in both forms, so it is remembered after reading. */
  #versionFromFile(file: FileHistory): RecordHistory {
    const history = { ...file, changes: file.changes.map((change) => this.#changeFromFile(file, change)) }
    this.#remember(history)
    return history
  }

  #remember({ id, kind, changes }: RecordHistory): void {
    if (kind === 'version') {
      const blocks = changes
        .map(({ set }) => set.blocks)
        .findLast((value) => Array.isArray(value) && value.length > 0)
      if (blocks !== undefined) this.#tables.set(id, tableOfBlocks(blocks as unknown as readonly Block[]))
    }
    if (kind === 'annotation') {
      const table = this.#tables.get(versionOf(changes[0]?.set.target))
      if (table !== PLAIN_TABLE) this.#annotations.set(id, table ?? null)
    }
  }

  /** Whether a change to an annotation counts in texts alone where both units are the same. */
  #isPlain(set: Fields): boolean {
    for (const field of Object.keys(set)) {
      const version =
        field === 'target' ? versionOf(set.target) : field.startsWith('at:') ? field.slice(3) : null
      if (version !== null && this.#tables.get(version) !== PLAIN_TABLE) return false
    }
    return true
  }

  #changeToFile(history: RecordHistory, change: StampedChange): FileChange {
    const set = this.#convert(history, change.set, 'to-file')
    return set ? { ...change, set } : { ...change, offsets: 'utf-16' }
  }

  #changeFromFile(history: RecordHistory, { offsets, ...change }: FileChange): StampedChange {
    if (offsets === 'utf-16') return change
    const set = this.#convert(history, change.set, 'from-file')
    if (!set)
      return refuse('bundle-damaged', `Record ${history.id} counts in a text that the bundle does not hold.`)
    return { ...change, set }
  }

  #convert({ kind, changes }: RecordHistory, set: Fields, direction: Direction): Fields | null {
    const { convertFields, convertVersionField, convertAnnotationField, convertQuoteField } = OFFSETS
    if (kind === 'version') return convertFields(set, convertVersionField, direction)
    if (kind === 'annotation' && this.#isPlain(set)) return set
    if (kind === 'annotation')
      return convertFields(
        set,
        convertAnnotationField((versionId) => this.#tables.get(versionId)),
        direction,
      )
    if (kind !== 'quote') return set
    const annotation = String(changes[0]?.set.annotationId)
    const table = this.#annotations.get(annotation)
    if (table === undefined) return set
    return convertFields(set, convertQuoteField(table ?? undefined), direction)
  }
}

function versionOf(target: Json | undefined): string {
  return String((target as { readonly versionId?: Json } | null | undefined)?.versionId)
}
