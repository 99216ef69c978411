import type { Kind } from '../../domain/kinds'
import { PATHS, RECORD_ORDER, recordsPath } from '../format'
import { toLine } from '../records/record-lines'
import { historyRuns, inRuns } from '../source'
import type { Part, PartContext } from './part'

/** The exact histories, a line each, and what is known of the transactions: all that an import reads. */
export const recordParts: Part = function* (context) {
  for (const kind of RECORD_ORDER) {
    yield { path: recordsPath(kind), content: historyLines(context, kind) }
  }
  yield { path: PATHS.transactions, content: noteLines(context) }
}

async function* historyLines({ source, digest }: PartContext, kind: Kind) {
  for await (const run of historyRuns(source, kind)) {
    let lines = ''
    for (const history of run) {
      digest.take(history)
      lines += toLine(digest.codec.toFile(history))
    }
    yield lines
  }
}

async function* noteLines({ source }: PartContext) {
  for await (const run of inRuns(source.transactionNotes())) yield run.map(toLine).join('')
}
