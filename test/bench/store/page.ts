import { chooseHost } from '@renderer/host/choose-host'
import type { Notebook } from '@renderer/storage/notebook'
import { openNotebook } from '@renderer/storage/open-notebook'
import { edit } from '@shared/changes/compose'
import type { RecordHistory } from '@shared/changes/transaction'
import type { HostApi, JournalHost } from '@shared/host/host-api'
import { timeAddon, timePacked, timeRaw, withBareWriter } from './peers'
import { asRows, makeAnnotations } from './records'

async function open(host: HostApi = chooseHost()): Promise<Notebook> {
  const opened = await openNotebook(host, { name: 'bench-store' })
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

function* parse(lines: readonly string[]): Iterable<RecordHistory> {
  for (const line of lines) yield JSON.parse(line) as RecordHistory
}

/** Imports what another notebook exported, one line of JSON a record. Milliseconds until it is safe in store and journal. */
async function timeAbsorb(count: number): Promise<number> {
  const lines = makeAnnotations(count).map((history) => JSON.stringify(history))
  const notebook = await open()
  const start = performance.now()
  const report = await notebook.absorb({ histories: parse(lines), notes: [] })
  const time = performance.now() - start
  if (!report.ok || report.value.added !== count) throw new Error('The import did not take everything.')
  if (notebook.saveState.get().state !== 'saved') throw new Error('The import is not safe.')
  await notebook.close()
  return time
}

/** Opens the notebook until the library can be listed. */
async function timeOpen(): Promise<number> {
  const start = performance.now()
  const notebook = await open()
  const { length } = notebook.view.all('annotation')
  const time = performance.now() - start
  if (length === 0) throw new Error('The notebook is empty.')
  // Not closed: the page goes, as an app does.
  return time
}

/** Edits before the bare writes have their turn, and so on. */
const BLOCK = 10

/** One edit after another and, by turns because a disk has its moods, the barest safe writes. Milliseconds each. */
async function timeEdits(count: number) {
  const notebook = await open()
  const annotations = notebook.view.all('annotation').slice(0, count)
  const rows = asRows(makeAnnotations(count))
  await notebook.commit('warm-up', [edit('annotation', annotations[0]!.id, { comment: 'warm' })])
  return withBareWriter(async ({ put, flush }) => {
    const [edits, puts, flushes] = [[], [], []] as number[][] as [number[], number[], number[]]
    for (const [index, { id }] of annotations.entries()) {
      const start = performance.now()
      const made = await notebook.commit('edit', [edit('annotation', id, { comment: `comment ${index}` })])
      edits.push(performance.now() - start)
      if (!made.ok) throw new Error(made.error.message)
      if ((index + 1) % BLOCK > 0) continue
      for (const row of rows.slice(index + 1 - BLOCK, index + 1)) {
        puts.push(await put(row))
        flushes.push(await flush())
      }
    }
    return { edits, puts, flushes }
  })
}

/** The host, and whether a snapshot of its journal is being written. */
function watchSnapshots() {
  const host = chooseHost()
  const watched = { host, isWriting: false, isWritten: false }
  if (!host.journal) throw new Error('There is no journal.')
  const { beginSnapshot, commitSnapshot, ...others } = host.journal
  const journal: JournalHost = {
    ...others,
    beginSnapshot: (seq) => {
      watched.isWriting = true
      return beginSnapshot(seq)
    },
    commitSnapshot: async (ticket) => {
      const committed = await commitSnapshot(ticket)
      watched.isWriting = false
      watched.isWritten = true
      return committed
    },
  }
  watched.host = { ...host, journal }
  return watched
}

/** One edit after another for as long as a snapshot of the whole notebook is written. Milliseconds each. */
async function timeEditsUnderSnapshot(): Promise<number[]> {
  const watched = watchSnapshots()
  const notebook = await open(watched.host)
  const { id } = notebook.view.all('annotation')[0]!
  const makeEdit = async (comment: string) => {
    const start = performance.now()
    const made = await notebook.commit('edit', [edit('annotation', id, { comment })])
    if (!made.ok) throw new Error(made.error.message)
    return performance.now() - start
  }
  await makeEdit('the last before the quiet that a snapshot waits for')
  while (!watched.isWriting) await new Promise((resolve) => setTimeout(resolve, 1))
  const edits: number[] = []
  while (!watched.isWritten) edits.push(await makeEdit(`comment ${edits.length}`))
  return edits
}

Reflect.set(window, 'bench', {
  absorb: timeAbsorb,
  open: timeOpen,
  edits: timeEdits,
  editsUnderSnapshot: timeEditsUnderSnapshot,
  addon: (count: number) => timeAddon(asRows(makeAnnotations(count))),
  raw: (count: number) => timeRaw(asRows(makeAnnotations(count))),
  packed: (count: number) => timePacked(asRows(makeAnnotations(count))),
})
