import type { JournalHost } from '@shared/host/host-api'
import type { Handlers } from './registrar'

type JournalHandlers = Pick<Handlers, Extract<keyof Handlers, `journal:${string}`>>

/** Answers the journal's requests; all windows share the one journal of the program. */
export function journalHandlers(journal: JournalHost): JournalHandlers {
  return {
    'journal:open': () => journal.open(),
    'journal:append': (_sender, entries) => journal.append(entries),
    'journal:read': (_sender, fromSeq) => journal.read(fromSeq),
    'journal:read-snapshot': (_sender, cursor) => journal.readSnapshot(cursor),
    'journal:begin-snapshot': (_sender, seq) => journal.beginSnapshot(seq),
    'journal:write-snapshot': (_sender, ticket, lines) => journal.writeSnapshot(ticket, lines),
    'journal:commit-snapshot': (_sender, ticket) => journal.commitSnapshot(ticket),
  }
}
