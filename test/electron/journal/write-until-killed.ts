import { writeSync } from 'node:fs'
import { NodeJournalFiles } from '@electron/journal/node-journal-files'
import { Journal } from '@shared/journal/journal'

// Appends as fast as it can, in groups of changing size, and prints each number once it was acknowledged.
const [folder = ''] = process.argv.slice(2)
const journal = new Journal(new NodeJournalFiles(folder))
const opened = await journal.open()
if (!opened.ok) throw new Error(opened.error.message)
let seq = opened.value.lastSeq

for (;;) {
  const group = Array.from({ length: 1 + (seq % 7) }, () => {
    seq += 1
    const mine = seq
    return journal
      .append([{ seq: mine, line: JSON.stringify({ seq: mine, text: 'x'.repeat(mine % 900) }) }])
      .then((ack) => {
        if (!ack.ok) throw new Error(ack.error.message)
        writeSync(1, `${mine}\n`)
      })
  })
  await Promise.all(group)
  if (seq % 40 === 0) {
    const ticket = await journal.beginSnapshot(seq)
    if (!ticket.ok) throw new Error(ticket.error.message)
    await journal.writeSnapshot(ticket.value, [JSON.stringify({ upTo: seq })])
    await journal.commitSnapshot(ticket.value)
  }
}
