import { Journal } from '@shared/journal/journal'
import type { SnapshotPage } from '@shared/journal/snapshot-reader'
import { MemoryJournalFiles } from '@test/support/memory-journal-files'
import { describe, expect, it } from 'vitest'

const entry = (seq: number) => ({ seq, line: JSON.stringify({ seq }) })
const take = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

async function snapshot(journal: Journal, seq: number, lines: readonly string[]) {
  const ticket = take(await journal.beginSnapshot(seq))
  for (const line of lines) take(await journal.writeSnapshot(ticket, [line]))
  return take(await journal.commitSnapshot(ticket))
}

async function readSnapshot(journal: Journal) {
  const items: string[] = []
  const damage: unknown[] = []
  let seq = 0
  for (let next: number | null = 0; next !== null; ) {
    const page: SnapshotPage = take(await journal.readSnapshot(next))
    items.push(...page.items)
    damage.push(...page.damage)
    seq = page.seq
    next = page.next
  }
  return { seq, items, damage }
}

const lines = (name: string) => [`{"packed":"${name} one"}`, `{"packed":"${name} two — 🌿"}`]

describe('snapshots', () => {
  it('gives back its lines and lets the journal start after it', async () => {
    const files = new MemoryJournalFiles()
    const journal = new Journal(files)
    await journal.append([entry(1), entry(2)])
    expect(await snapshot(journal, 2, lines('a'))).toMatchObject({
      lastSeq: 2,
      snapshotSeq: 2,
      bytesSinceSnapshot: 0,
    })
    await journal.append([entry(3)])
    const again = new Journal(files)
    expect(take(await again.open())).toMatchObject({ lastSeq: 3, snapshotSeq: 2, damage: [] })
    expect(await readSnapshot(again)).toEqual({ seq: 2, items: lines('a'), damage: [] })
    expect(take(await again.read(3)).items).toEqual([entry(3)])
  })

  it('is empty where there is none', async () => {
    expect(await readSnapshot(new Journal(new MemoryJournalFiles()))).toEqual({
      seq: 0,
      items: [],
      damage: [],
    })
  })

  it('lets go of what the two newest do not need', async () => {
    const files = new MemoryJournalFiles()
    const journal = new Journal(files)
    for (let seq = 1; seq <= 4; seq += 1) {
      await journal.append([entry(seq)])
      await snapshot(journal, seq, lines(`s${seq}`))
    }
    expect([...files.files.keys()].sort()).toEqual([
      'entries-000000000004.ndjson',
      'snapshot-000000000003.ndjson',
      'snapshot-000000000004.ndjson',
    ])
  })

  it('falls back to the one before when the newest is damaged, with every entry after it', async () => {
    const files = new MemoryJournalFiles()
    const journal = new Journal(files)
    await journal.append([entry(1)])
    await snapshot(journal, 1, lines('old'))
    await journal.append([entry(2)])
    await snapshot(journal, 2, lines('new'))
    await journal.append([entry(3)])
    files.spoil('snapshot-000000000002.ndjson', (bytes) => bytes.fill(bytes[45]! ^ 4, 45, 46))
    const again = new Journal(files)
    const read = await readSnapshot(again)
    expect(read).toMatchObject({ seq: 1, items: lines('old'), damage: [{ kind: 'snapshot' }] })
    const rest = [take(await again.read(2)), take(await again.read(3))]
    expect(rest.flatMap((page) => page.items)).toEqual([entry(2), entry(3)])
  })

  it('gives what can be read of the newest when none is whole, naming what cannot', async () => {
    const files = new MemoryJournalFiles()
    const journal = new Journal(files)
    await snapshot(journal, 7, lines('only'))
    files.spoil('snapshot-000000000007.ndjson', (bytes) => bytes.fill(bytes[45]! ^ 4, 45, 46))
    const read = await readSnapshot(new Journal(files))
    expect(read).toMatchObject({ seq: 7, items: [lines('only')[1]] })
    expect(read.damage).toContainEqual(expect.objectContaining({ kind: 'damaged', line: 1 }))
  })

  it('does not count before it is whole: cut anywhere, the entries still tell everything', async () => {
    const files = new MemoryJournalFiles()
    const journal = new Journal(files)
    await journal.append([entry(1)])
    await snapshot(journal, 1, lines('a'))
    const whole = files.files.get('snapshot-000000000001.ndjson') as Uint8Array
    for (let cut = 0; cut < whole.length; cut += 7) {
      files.files.set('snapshot-000000000001.ndjson', whole.slice(0, cut))
      const again = new Journal(files)
      expect(take(await again.open())).toMatchObject({
        lastSeq: 1,
        snapshotSeq: 0,
        damage: [{ kind: 'snapshot' }],
      })
      expect(take(await again.read(1)).items).toEqual([entry(1)])
    }
  })

  it('drops one that was begun and not committed', async () => {
    const files = new MemoryJournalFiles()
    const journal = new Journal(files)
    await journal.append([entry(1)])
    const ticket = take(await journal.beginSnapshot(1))
    take(await journal.writeSnapshot(ticket, lines('half')))
    const again = new Journal(files)
    expect(take(await again.open())).toMatchObject({ snapshotSeq: 0, damage: [] })
    expect([...files.files.keys()]).toEqual(['entries-000000000001.ndjson'])
  })

  it('never mixes the lines of two that were begun', async () => {
    const journal = new Journal(new MemoryJournalFiles())
    const first = take(await journal.beginSnapshot(5))
    take(await journal.writeSnapshot(first, lines('first')))
    const second = take(await journal.beginSnapshot(5))
    expect(await journal.writeSnapshot(first, lines('first'))).toMatchObject({
      error: { code: 'snapshot-unknown' },
    })
    take(await journal.writeSnapshot(second, lines('second')))
    take(await journal.commitSnapshot(second))
    expect((await readSnapshot(journal)).items).toEqual(lines('second'))
  })

  it('makes a damaged journal whole again', async () => {
    const files = new MemoryJournalFiles()
    await new Journal(files).append([entry(1), entry(2), entry(3)])
    files.spoil('entries-000000000001.ndjson', (bytes) => bytes.fill(bytes[38]! ^ 1, 38, 39))
    const journal = new Journal(files)
    expect(take(await journal.open()).damage).toHaveLength(1)
    expect(await snapshot(journal, 3, lines('healed'))).toMatchObject({ lastSeq: 3, damage: [] })
    expect(take(await new Journal(files).open())).toMatchObject({ lastSeq: 3, snapshotSeq: 3, damage: [] })
  })

  it('is given up when the disk is full, and entries can still be appended', async () => {
    const files = new MemoryJournalFiles()
    const journal = new Journal(files)
    await journal.append([entry(1)])
    const ticket = take(await journal.beginSnapshot(1))
    files.space = 10
    expect(await journal.writeSnapshot(ticket, lines('a'))).toMatchObject({ error: { code: 'disk-full' } })
    files.space = 1000
    expect(await journal.append([entry(2)])).toMatchObject({ ok: true })
    expect([...files.files.keys()]).toEqual(['entries-000000000001.ndjson'])
  })
})
