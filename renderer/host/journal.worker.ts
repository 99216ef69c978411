import type { JournalHost } from '@shared/host/host-api'
import { Journal } from '@shared/journal/journal'
import type { JournalAnswer, JournalCall } from './journal-messages'
import { OpfsJournalFiles } from './opfs-journal-files'
import { TakingTurns } from './taking-turns'

const FOLDER = 'journal'
const files = new OpfsJournalFiles(FOLDER)
const turns = new TakingTurns('florilegium-journal')
let journal = new Journal(files)
/** Calls that are being answered: they run together, so that appends can share one write. */
let running: Promise<unknown> = Promise.resolve()

/** Other tabs may have written meanwhile: what this one knew of the files is forgotten. */
async function arrive(): Promise<void> {
  journal = new Journal(files)
}

async function answer({ id, method, args }: JournalCall): Promise<JournalAnswer> {
  try {
    const call = journal[method] as (...args: readonly unknown[]) => ReturnType<JournalHost[typeof method]>
    return { id, answer: await call.apply(journal, [...args]) }
  } catch (error) {
    return { id, fault: `The safety copy of your changes failed (${(error as Error).name}).` }
  }
}

let waiting: JournalCall[] = []

/** Answers everything that waits under one turn. */
async function answerWaiting(): Promise<void> {
  const calls = waiting
  waiting = []
  if (calls.length === 0) return
  const work = () => Promise.all(calls.map(async (call) => postMessage(await answer(call))))
  await turns.run(work, arrive, () => files.close())
}

addEventListener('message', ({ data }: MessageEvent<JournalCall>) => {
  waiting.push(data)
  running = running.then(answerWaiting)
})
