import { newId } from '@shared/base/ids'
import { edit } from '@shared/changes/compose'
import type { JournalHost } from '@shared/host/host-api'
import { Journal } from '@shared/journal/journal'
import { fakeHost } from '@test/support/fake-host'
import { MemoryJournalFiles } from '@test/support/memory-journal-files'
import { describe, expect, it, vi } from 'vitest'
import { freshName, newTag, open } from './notebooks'

/** A journal that says it has grown so large, and when a snapshot of it begins. */
function grownJournal(files: MemoryJournalFiles, bytes: number, begins: () => void): JournalHost {
  const journal = new Journal(files)
  return {
    open: () => journal.open(),
    append: async (entries) => {
      const done = await journal.append(entries)
      return done.ok ? { ok: true, value: { ...done.value, bytesSinceSnapshot: bytes } } : done
    },
    read: (from) => journal.read(from),
    readSnapshot: (cursor) => journal.readSnapshot(cursor),
    beginSnapshot: (seq) => {
      begins()
      return journal.beginSnapshot(seq)
    },
    writeSnapshot: (ticket, lines) => journal.writeSnapshot(ticket, lines),
    commitSnapshot: (ticket) => journal.commitSnapshot(ticket),
  }
}

describe('a snapshot of a journal that has grown', () => {
  it('waits while edits come, and holds them all', async () => {
    const files = new MemoryJournalFiles()
    let edits = 0
    const begun: number[] = []
    const host = fakeHost(
      files,
      grownJournal(files, 20_000_000, () => begun.push(edits)),
    )
    const notebook = await open(freshName(), host)
    const id = newId()
    await notebook.commit('create-tag', [newTag('first', id)])
    for (edits = 0; edits < 30; edits += 1)
      await notebook.commit('rename-tag', [edit('tag', id, { label: `step ${edits}` })])
    expect(begun).toEqual([])
    await vi.waitFor(() => expect([...files.files.keys()].join()).toMatch(/snapshot-/), 20_000)
    expect(begun).toEqual([30])
    await notebook.close()
  })

  it('waits no longer when the journal is far too long', async () => {
    const files = new MemoryJournalFiles()
    const begins = vi.fn()
    const notebook = await open(freshName(), fakeHost(files, grownJournal(files, 200_000_000, begins)))
    await notebook.commit('create-tag', [newTag('first')])
    await vi.waitFor(() => expect(begins).toHaveBeenCalled())
    await notebook.close()
  })
})
