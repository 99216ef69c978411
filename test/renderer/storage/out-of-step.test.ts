import 'fake-indexeddb/auto'
import { JournalLink } from '@renderer/storage/journal-link'
import { fail, ok } from '@shared/base/result'
import type { JournalEntry, JournalHost } from '@shared/host/host-api'
import { Journal } from '@shared/journal/journal'
import { fakeHost } from '@test/support/fake-host'
import { MemoryJournalFiles } from '@test/support/memory-journal-files'
import Dexie from 'dexie'
import { describe, expect, it, vi } from 'vitest'
import { freshName, newTag, open } from './notebooks'

/** A notebook of some tags in store and journal, closed again. */
async function written() {
  const name = freshName()
  const files = new MemoryJournalFiles()
  const notebook = await open(name, fakeHost(files))
  for (const label of ['one', 'two', 'three']) await notebook.commit('create-tag', [newTag(label)])
  await notebook.close()
  return { name, files }
}

/** A journal with some of its answers replaced. */
function journalWith(journal: Journal, replaced: Partial<JournalHost>): JournalHost {
  return {
    open: () => journal.open(),
    append: (entries) => journal.append(entries),
    read: (from) => journal.read(from),
    readSnapshot: (cursor) => journal.readSnapshot(cursor),
    beginSnapshot: (seq) => journal.beginSnapshot(seq),
    writeSnapshot: (ticket, lines) => journal.writeSnapshot(ticket, lines),
    commitSnapshot: (ticket) => journal.commitSnapshot(ticket),
    ...replaced,
  }
}

const labelsOf = (notebook: Awaited<ReturnType<typeof open>>) =>
  notebook.view.all('tag').map(({ fields }) => fields.label)

describe('a store and a journal that could not be compared', () => {
  it('lose nothing when one works on, though the journal could not be read when the store was gone', async () => {
    const { name, files } = await written()
    await Dexie.delete(name)
    let isUnreadable = false
    const real = new Journal(files)
    const journal = journalWith(real, {
      read: async (from) => {
        // Known who wrote it, then it cannot be read for a while.
        const read = await real.read(from)
        if (isUnreadable) return fail('journal-unreadable', 'It cannot be read.')
        isUnreadable = true
        return read
      },
    })
    const second = await open(name, fakeHost(files, journal))
    expect(second.notices.get()).toEqual([expect.stringMatching(/^The safety copy cannot be used now/)])
    expect(second.saveState.get()).toMatchObject({ state: 'failing' })
    const refused = await second.commit('create-tag', [newTag('four')])
    expect(refused).toMatchObject({ ok: false, error: { code: 'journal-unreadable' } })
    await second.close()
    const third = await open(name, fakeHost(files))
    await vi.waitFor(() => expect(labelsOf(third).sort()).toEqual(['four', 'one', 'three', 'two']))
    await third.close()
  })

  it('are brought together by themselves once the journal can be read', async () => {
    const { name, files } = await written()
    await Dexie.delete(name)
    let reads = 0
    const real = new Journal(files)
    const journal = journalWith(real, {
      read: async (from) => {
        reads += 1
        return reads === 2 ? fail('journal-unreadable', 'It cannot be read.') : real.read(from)
      },
    })
    const second = await open(name, fakeHost(files, journal))
    await vi.waitFor(() => expect(labelsOf(second)).toEqual(['one', 'two', 'three']), 5_000)
    await vi.waitFor(() => expect(second.saveState.get().state).toBe('saved'))
    await second.close()
  })

  it('are brought together by themselves when there is space again', async () => {
    const files = new MemoryJournalFiles()
    const real = new Journal(files)
    let isFull = true
    const journal = journalWith(real, {
      append: async (entries) =>
        isFull ? fail('journal-conflict', 'It was kept with another content.') : real.append(entries),
      beginSnapshot: async (seq) =>
        isFull ? fail('disk-full', 'The disk is full.') : real.beginSnapshot(seq),
    })
    const name = freshName()
    const notebook = await open(name, fakeHost(files, journal))
    const made = await notebook.commit('create-tag', [newTag('kept')])
    expect(made).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    isFull = false
    await vi.waitFor(() => expect(notebook.saveState.get().state).toBe('saved'), 5_000)
    await notebook.close()
    await Dexie.delete(name)
    const rebuilt = await open(name, fakeHost(files))
    expect(labelsOf(rebuilt)).toEqual(['kept'])
    await rebuilt.close()
  })

  it('answer a change whose journal broke off while they were brought together', async () => {
    const files = new MemoryJournalFiles()
    const journal = journalWith(new Journal(files), {})
    const notebook = await open(freshName(), fakeHost(files, journal))
    Object.assign(journal, {
      append: async () => fail('journal-conflict', 'Change 1 was already kept with another content.'),
      open: async () => {
        throw new Error('The other side is gone.')
      },
    })
    const made = await notebook.commit('create-tag', [newTag('kept')])
    expect(made).toMatchObject({ ok: false, error: { code: 'journal-apart' } })
    expect(notebook.saveState.get()).toMatchObject({ state: 'failing' })
    await notebook.close()
  })
})

describe('a journal that gets all of a long log', () => {
  it('takes more entries than a call takes arguments', async () => {
    const taken: number[] = []
    const append = async (entries: readonly JournalEntry[]) => {
      taken.push(entries.length)
      return ok({ lastSeq: entries.at(-1)!.seq, bytesSinceSnapshot: 0 })
    }
    const files = new MemoryJournalFiles()
    const link = new JournalLink(
      fakeHost(files, journalWith(new Journal(files), { append: append as JournalHost['append'] })),
    )
    const entries = Array.from({ length: 200_000 }, (_, index) => ({ seq: index + 1, line: '{}' }))
    expect(await link.append(entries)).toEqual({ ok: true, value: null })
    expect(taken).toEqual([200_000])
  })
})
