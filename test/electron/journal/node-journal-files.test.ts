import { spawn } from 'node:child_process'
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeJournalFiles } from '@electron/journal/node-journal-files'
import type { JournalEntry } from '@shared/host/host-api'
import { Journal } from '@shared/journal/journal'
import { bundleScript } from '@test/support/bundle-script'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let home: string
let folder: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'florilegium-journal-'))
  folder = join(home, 'journal')
})

const opened: NodeJournalFiles[] = []

/** The journal's files in the test's folder, closed at its end. */
function openFiles(): NodeJournalFiles {
  const files = new NodeJournalFiles(folder)
  opened.push(files)
  return files
}

afterEach(async () => {
  for (const files of opened.splice(0)) await files.close()
  await rm(home, { recursive: true, force: true })
})

const entry = (seq: number): JournalEntry => ({ seq, line: JSON.stringify({ seq, text: 'naïve — 🌿' }) })
const FIRST = 'entries-000000000001.ndjson'

async function reopen() {
  const journal = new Journal(openFiles())
  const state = await journal.open()
  if (!state.ok) throw new Error(state.error.message)
  return { journal, state: state.value }
}

describe('a journal in a folder', () => {
  it('is made where there is none, and read back after reopening', async () => {
    const { journal } = await reopen()
    expect(await journal.append([entry(1), entry(2)])).toMatchObject({ ok: true, value: { lastSeq: 2 } })
    const again = await reopen()
    expect(again.state).toMatchObject({ lastSeq: 2, damage: [] })
    expect(await again.journal.read(1)).toMatchObject({ value: { items: [entry(1), entry(2)] } })
  })

  it('opens no file again once it is closed, and says that what comes later was not written', async () => {
    const { journal } = await reopen()
    await journal.append([entry(1)])
    await opened[0]?.close()
    expect(await journal.append([entry(2)])).toMatchObject({
      ok: false,
      error: { code: 'journal-unwritable' },
    })
    const again = await reopen()
    expect(again.state).toMatchObject({ lastSeq: 1, damage: [] })
  })

  it('is plain lines of JSON that any program can read', async () => {
    const { journal } = await reopen()
    await journal.append([entry(1), entry(2)])
    const lines = (await readFile(join(folder, FIRST), 'utf8')).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).data.seq)).toEqual([1, 2])
  })

  it('cuts a torn end on the disk itself', async () => {
    const { journal } = await reopen()
    await journal.append([entry(1)])
    const whole = await readFile(join(folder, FIRST))
    await appendFile(join(folder, FIRST), '{"seq":2,"crc":"00')
    expect((await reopen()).state).toMatchObject({ lastSeq: 1, damage: [{ kind: 'torn', seq: 2 }] })
    expect(await readFile(join(folder, FIRST))).toEqual(whole)
    await truncate(join(folder, FIRST), whole.length - 5)
    expect((await reopen()).state).toMatchObject({ lastSeq: 0, damage: [{ kind: 'torn', seq: 1 }] })
  })

  it('leaves files that are not its own alone', async () => {
    const { journal } = await reopen()
    await journal.append([entry(1)])
    await writeFile(join(folder, 'notes.txt'), 'mine')
    const ticket = await journal.beginSnapshot(1)
    if (!ticket.ok) throw new Error(ticket.error.message)
    await journal.commitSnapshot(ticket.value)
    expect((await readdir(folder)).sort()).toEqual([FIRST, 'notes.txt', 'snapshot-000000000001.ndjson'])
  })

  it('says in one sentence that a folder may not be used', async () => {
    await writeFile(folder, 'a file where the folder should be')
    const journal = new Journal(openFiles())
    const refused = await journal.append([entry(1)])
    expect(refused).toMatchObject({ ok: false, error: { code: 'journal-unwritable' } })
    await rm(folder)
    expect(await journal.append([entry(1)])).toMatchObject({ ok: true, value: { lastSeq: 1 } })
  })
})

/** Runs the writer for a while, kills it, and gives the largest number that it had acknowledged. */
function writeAndKill(script: string, milliseconds: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, folder])
    let output = ''
    child.stdout.on('data', (chunk) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), milliseconds)
      output += chunk
    })
    let complaints = ''
    child.stderr.on('data', (chunk) => {
      complaints += chunk
    })
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`The writer ended by itself: ${complaints}`))
      else resolve(Math.max(...output.slice(0, output.lastIndexOf('\n')).split('\n').map(Number)))
    })
  })
}

async function readEverything(): Promise<Set<number>> {
  const { journal, state } = await reopen()
  expect(state.damage.filter((damage) => damage.kind !== 'torn')).toEqual([])
  const seen = new Set(Array.from({ length: state.snapshotSeq }, (_, index) => index + 1))
  for (let next: number | null = state.snapshotSeq + 1; next !== null; ) {
    const page: Awaited<ReturnType<Journal['read']>> = await journal.read(next)
    if (!page.ok) throw new Error(page.error.message)
    for (const item of page.value.items) {
      expect(JSON.parse(item.line).seq).toBe(item.seq)
      seen.add(item.seq)
    }
    next = page.value.next
  }
  return seen
}

describe('a program killed while it writes', () => {
  it('has lost nothing that it acknowledged, over many kills of one journal', async () => {
    const script = await bundleScript(
      fileURLToPath(new URL('write-until-killed.ts', import.meta.url)),
      join(home, 'js'),
    )
    for (let round = 0; round < 15; round += 1) {
      const acknowledged = await writeAndKill(script, Math.random() * 60)
      const kept = await readEverything()
      const lost = Array.from({ length: acknowledged }, (_, index) => index + 1).filter(
        (seq) => !kept.has(seq),
      )
      expect(lost, `round ${round}`).toEqual([])
    }
  }, 60_000)
})
