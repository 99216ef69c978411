import type { JournalEntry } from '@shared/host/host-api'
import { Journal } from '@shared/journal/journal'
import { SEGMENT_BYTES } from '@shared/journal/journal-position'
import { MemoryJournalFiles } from '@test/support/memory-journal-files'
import { describe, expect, it } from 'vitest'

const entry = (seq: number, text = `change ${seq} — “naïve” 🌿`): JournalEntry => ({
  seq,
  line: JSON.stringify({ seq, text }),
})
const entries = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => entry(from + index))

async function journalWith(count: number) {
  const files = new MemoryJournalFiles()
  const journal = new Journal(files)
  if (count > 0) await journal.append(entries(1, count))
  return { files, journal }
}

async function readAll(journal: Journal, from = 1) {
  const items: JournalEntry[] = []
  const damage: unknown[] = []
  for (let next: number | null = from; next !== null; ) {
    const page = await journal.read(next)
    if (!page.ok) throw new Error(page.error.message)
    items.push(...page.value.items)
    damage.push(...page.value.damage)
    next = page.value.next
  }
  return { items, damage }
}

async function reopen(files: MemoryJournalFiles) {
  const journal = new Journal(files)
  const state = await journal.open()
  if (!state.ok) throw new Error(state.error.message)
  return { journal, state: state.value }
}

const FIRST = 'entries-000000000001.ndjson'

describe('appending', () => {
  it('gives back what was appended, byte for byte, also after reopening', async () => {
    const { files, journal } = await journalWith(0)
    const odd = { seq: 1, line: '{"b":1,  "a":"\\u0000 \u2028 \ufeff 𝒳"}' }
    expect(await journal.append([odd, entry(2)])).toMatchObject({ ok: true, value: { lastSeq: 2 } })
    const { journal: again, state } = await reopen(files)
    expect(state).toMatchObject({ lastSeq: 2, snapshotSeq: 0, damage: [] })
    expect(await readAll(again)).toEqual({ items: [odd, entry(2)], damage: [] })
  })

  it('answers only after the bytes were synced', async () => {
    const { files, journal } = await journalWith(0)
    await journal.append([entry(1)])
    const operations = files.calls.map((call) => call.operation)
    expect(operations.slice(-2)).toEqual(['append', 'sync'])
  })

  it('writes appends that come together with one sync, and answers each', async () => {
    const { files, journal } = await journalWith(0)
    await journal.open()
    const answers = await Promise.all(entries(1, 50).map((one) => journal.append([one])))
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect(files.count('sync')).toBeLessThanOrEqual(2)
    expect((await readAll(journal)).items).toEqual(entries(1, 50))
  })

  it('accepts a retry of what is already there, and writes it once', async () => {
    const { journal } = await journalWith(3)
    expect(await journal.append(entries(2, 5))).toMatchObject({ ok: true, value: { lastSeq: 5 } })
    expect((await readAll(journal)).items).toEqual(entries(1, 5))
  })

  it('refuses another text under a number that is taken, also within one group', async () => {
    const { journal } = await journalWith(3)
    expect(await journal.append([entry(2, 'other')])).toMatchObject({ error: { code: 'journal-conflict' } })
    const [one, two] = await Promise.all([
      journal.append([entry(4, 'left')]),
      journal.append([entry(4, 'right')]),
    ])
    expect(one).toMatchObject({ ok: true })
    expect(two).toMatchObject({ error: { code: 'journal-conflict' } })
  })

  it('refuses a number that leaves a gap, and lines that are not one line', async () => {
    const { journal } = await journalWith(3)
    expect(await journal.append([entry(5)])).toMatchObject({ error: { code: 'journal-order' } })
    expect(await journal.append([{ seq: 4, line: '{}\n{}' }])).toMatchObject({
      error: { code: 'journal-order' },
    })
    expect(await journal.append([{ seq: 4, line: '' }])).toMatchObject({ error: { code: 'journal-order' } })
    expect((await readAll(journal)).items).toEqual(entries(1, 3))
  })

  it('begins a new file when one has grown large, and reads across them', async () => {
    const { files, journal } = await journalWith(0)
    const big = 'x'.repeat(SEGMENT_BYTES / 2)
    for (let seq = 1; seq <= 5; seq += 1) await journal.append([entry(seq, big)])
    expect(files.files.size).toBeGreaterThan(1)
    expect((await readAll(journal, 2)).items.map((item) => item.seq)).toEqual([2, 3, 4, 5])
    expect((await reopen(files)).state.lastSeq).toBe(5)
  })
})

describe('damage', () => {
  it('cuts a torn last entry at every possible length and goes on after it', async () => {
    const { files } = await journalWith(3)
    const whole = files.files.get(FIRST) as Uint8Array
    const two = whole.lastIndexOf(10, whole.length - 2) + 1
    for (let cut = two + 1; cut < whole.length - 1; cut += 1) {
      files.files.set(FIRST, whole.slice(0, cut))
      const { journal, state } = await reopen(files)
      expect(state).toMatchObject({ lastSeq: 2, damage: [{ kind: 'torn', file: FIRST, line: 3, seq: 3 }] })
      await journal.append([entry(3, 'again')])
      expect((await readAll(journal)).items).toEqual([entry(1), entry(2), entry(3, 'again')])
    }
  })

  it('keeps a last entry that only lacks its line feed', async () => {
    const { files } = await journalWith(3)
    files.spoil(FIRST, (bytes) => bytes.slice(0, -1))
    const { journal, state } = await reopen(files)
    expect(state).toMatchObject({ lastSeq: 3, damage: [] })
    await journal.append([entry(4)])
    expect((await reopen(files)).state).toMatchObject({ lastSeq: 4, damage: [] })
  })

  it('names an entry with a flipped bit, whichever bit it is, and keeps the others', async () => {
    const { files } = await journalWith(3)
    const whole = files.files.get(FIRST) as Uint8Array
    const start = whole.indexOf(10) + 1
    const end = whole.indexOf(10, start)
    for (let at = start; at < end; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        files.files.set(FIRST, whole.slice())
        files.spoil(FIRST, (bytes) => bytes.fill(bytes[at]! ^ (1 << bit), at, at + 1))
        const { journal, state } = await reopen(files)
        expect(state.lastSeq).toBe(3)
        expect(state.damage[0]).toMatchObject({ kind: 'damaged', file: FIRST, line: 2, seq: 2 })
        expect((await readAll(journal)).items).toEqual([entry(1), entry(3)])
      }
    }
  })

  it('forgets about a damaged last entry once it was appended again', async () => {
    const { files } = await journalWith(3)
    files.spoil(FIRST, (bytes) => bytes.fill(bytes.at(-9)! ^ 1, -9, -8))
    const { journal, state } = await reopen(files)
    expect(state).toMatchObject({ lastSeq: 2, damage: [{ kind: 'damaged', line: 3, seq: 3 }] })
    await journal.append([entry(3)])
    const healed = await reopen(files)
    expect(healed.state).toMatchObject({ lastSeq: 3, damage: [] })
    expect(await readAll(healed.journal)).toEqual({ items: entries(1, 3), damage: [] })
  })

  it('names missing entries when a file has gone', async () => {
    const { files, journal } = await journalWith(0)
    const big = 'x'.repeat(SEGMENT_BYTES)
    for (let seq = 1; seq <= 3; seq += 1) await journal.append([entry(seq, big)])
    files.files.delete('entries-000000000002.ndjson')
    const { journal: again, state } = await reopen(files)
    expect(state).toMatchObject({ lastSeq: 3, damage: [{ kind: 'gap', seq: 2 }] })
    expect((await readAll(again)).items.map((item) => item.seq)).toEqual([1, 3])
  })

  it('does not begin in the middle when the folder is empty: what came before comes first, or a snapshot of it', async () => {
    const files = new MemoryJournalFiles()
    const { journal, state } = await reopen(files)
    expect(state).toMatchObject({ lastSeq: 0, damage: [] })
    expect(await journal.append([entry(41)])).toMatchObject({ error: { code: 'journal-order' } })
    const ticket = await journal.beginSnapshot(40)
    expect(await journal.commitSnapshot(ticket.ok ? ticket.value : '')).toMatchObject({ ok: true })
    expect(await journal.append([entry(41)])).toMatchObject({ ok: true })
    expect((await reopen(files)).state).toMatchObject({ lastSeq: 41, damage: [] })
  })

  it('does not run in circles over a file that went bad while it was open', async () => {
    const { files, journal } = await journalWith(3)
    files.spoil(FIRST, (bytes) => bytes.fill(0))
    expect((await readAll(journal)).items).toEqual([])
  })
})

describe('a full disk', () => {
  it('says so in one sentence, keeps nothing half written, and takes the same entries when there is space', async () => {
    const { files, journal } = await journalWith(2)
    const before = files.files.get(FIRST)?.length
    for (const space of [0, 1, 30]) {
      files.space = space
      const refused = await journal.append([entry(3)])
      expect(refused).toMatchObject({ ok: false, error: { code: 'disk-full' } })
      expect(files.files.get(FIRST)?.length).toBe(before)
    }
    files.space = 10_000
    expect(await journal.append([entry(3)])).toMatchObject({ ok: true })
    expect((await readAll((await reopen(files)).journal)).items).toEqual(entries(1, 3))
  })

  it('mends the file later when it could not be cut at once', async () => {
    const { files, journal } = await journalWith(2)
    files.space = 30
    files.broken.add('truncate')
    expect(await journal.append([entry(3)])).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    files.space = 10_000
    files.broken.clear()
    expect(await journal.append([entry(3)])).toMatchObject({ ok: true })
    expect(await readAll((await reopen(files)).journal)).toEqual({ items: entries(1, 3), damage: [] })
  })

  it('reports other failures of the disk as failures too', async () => {
    const { files, journal } = await journalWith(2)
    files.broken.add('sync')
    expect(await journal.append([entry(3)])).toMatchObject({
      ok: false,
      error: { code: 'journal-unwritable' },
    })
    files.broken.clear()
    expect(await journal.append([entry(3)])).toMatchObject({ ok: true, value: { lastSeq: 3 } })
  })
})
