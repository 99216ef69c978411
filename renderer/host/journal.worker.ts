import { TakingTurns } from '@renderer/windows/taking-turns'
import type { JournalHost } from '@shared/host/host-api'
import { Journal } from '@shared/journal/journal'
import { writeFailure } from '@shared/journal/journal-files'
import type { JournalAnswer, JournalCall } from './journal-messages'
import { OpfsJournalFiles } from './opfs-journal-files'

const FOLDER = 'journal'
const files = new OpfsJournalFiles(FOLDER)
let journal = new Journal(files)
const turns = new TakingTurns('florilegium-journal')
// Other tabs may have written meanwhile: what this one knew of the files is forgotten.
turns.arrive = async () => {
  journal = new Journal(files)
}
turns.leave = () => files.close()

async function answer({ id, method, args }: JournalCall): Promise<JournalAnswer> {
  try {
    const call = journal[method] as (...args: readonly unknown[]) => ReturnType<JournalHost[typeof method]>
    return { id, answer: await call.apply(journal, [...args]) }
  } catch (error) {
    return { id, answer: writeFailure(error) }
  }
}

let waiting: JournalCall[] = []

function takeWaiting(): readonly JournalCall[] {
  const calls = waiting
  waiting = []
  return calls
}

/** Answers everything that waits, together: so appends can share one write. */
async function answerWaiting(): Promise<void> {
  await Promise.all(takeWaiting().map(async (call) => postMessage(await answer(call))))
}

/** Says why this worker has no turn. */
function refuseWaiting(error: unknown): void {
  for (const { id } of takeWaiting()) postMessage({ id, answer: writeFailure(error) })
}

addEventListener('message', ({ data }: MessageEvent<JournalCall>) => {
  if (waiting.push(data) === 1) turns.run(answerWaiting).catch(refuseWaiting)
})
