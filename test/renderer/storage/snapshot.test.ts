import { newId } from '@shared/base/ids'
import { edit } from '@shared/changes/compose'
import type { JournalHost } from '@shared/host/host-api'
import { Journal } from '@shared/journal/journal'
import { fakeHost } from '@test/support/fake-host'
import { MemoryJournalFiles } from '@test/support/memory-journal-files'
import { describe, expect, it, vi } from 'vitest'
import { freshName, newTag, open } from './notebooks'

/** A journal that says it has grown so large, and when a snapshot of it begins and goes on. */
function grownJournal(
  files: MemoryJournalFiles,
  bytes: number,
  begins: () => void,
  goesOn: () => void = () => undefined,
): JournalHost {
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
    writeSnapshot: (ticket, lines) => {
      goesOn()
      return journal.writeSnapshot(ticket, lines)
    },
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

  it('lets an edit that comes while it is written go first', async () => {
    const files = new MemoryJournalFiles()
    /** Whether the edit was safe when each run of the snapshot was written. */
    const runs: boolean[] = []
    let isSafe = false
    const begins = () => {
      void notebook.commit('rename-tag', [edit('tag', id, { label: 'while it is written' })]).then(() => {
        isSafe = true
      })
    }
    const journal = grownJournal(files, 20_000_000, begins, () => runs.push(isSafe))
    let delay = 0
    const slow: JournalHost = {
      ...journal,
      append: async (entries) => {
        await new Promise((resolve) => setTimeout(resolve, delay))
        return journal.append(entries)
      },
    }
    const notebook = await open(freshName(), fakeHost(files, slow))
    const id = newId()
    await notebook.commit('create-tag', [newTag('first', id)])
    for (const letter of ['a', 'b']) {
      const many = Array.from({ length: 8_000 }, () => newTag(letter.repeat(200)))
      const made = await notebook.commit('create-tag', many)
      expect(made.ok).toBe(true)
    }
    delay = 200
    await vi.waitFor(() => expect(runs.length).toBeGreaterThan(1), 20_000)
    expect(runs[1]).toBe(true)
    await notebook.close()
  })

  it('does not wait for ever', async () => {
    const files = new MemoryJournalFiles()
    const begins = vi.fn()
    const notebook = await open(freshName(), fakeHost(files, grownJournal(files, 20_000_000, begins)))
    await notebook.commit('create-tag', [newTag('first')])
    const now = performance.now()
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now + 300_000)
    await notebook.commit('create-tag', [newTag('second')])
    // Sooner than after the quiet that it waits for else.
    await vi.waitFor(() => expect(begins).toHaveBeenCalled(), 1_000)
    clock.mockRestore()
    await notebook.close()
  })
})
