import { fail } from '@shared/base/result'
import type { JournalHost } from '@shared/host/host-api'
import type { JournalAnswer, JournalCall } from './journal-messages'

/** Whether this browser has private files for a page (it lacks them in some private windows). */
export function hasPrivateFiles(): boolean {
  return 'storage' in navigator && 'getDirectory' in navigator.storage && 'locks' in navigator
}

/** The journal in the origin's private file system; its worker starts at the first call. */
export function createBrowserJournal(): JournalHost {
  const worker = new JournalWorker()
  return {
    open: (...args) => worker.call('open', args),
    append: (...args) => worker.call('append', args),
    read: (...args) => worker.call('read', args),
    readSnapshot: (...args) => worker.call('readSnapshot', args),
    beginSnapshot: (...args) => worker.call('beginSnapshot', args),
    writeSnapshot: (...args) => worker.call('writeSnapshot', args),
    commitSnapshot: (...args) => worker.call('commitSnapshot', args),
  }
}

class JournalWorker {
  #worker: Worker | null = null
  #calls = 0
  readonly #waiting = new Map<number, (answer: JournalAnswer) => void>()

  async call<Method extends keyof JournalHost>(
    method: Method,
    args: Parameters<JournalHost[Method]>,
  ): Promise<Awaited<ReturnType<JournalHost[Method]>>> {
    this.#worker ??= this.#start()
    this.#calls += 1
    const message: JournalCall = { id: this.#calls, method, args }
    const answered = new Promise<JournalAnswer>((resolve) => this.#waiting.set(message.id, resolve))
    this.#worker.postMessage(message)
    const answer = await answered
    const result = 'fault' in answer ? fail('journal-unwritable', answer.fault) : answer.answer
    return result as Awaited<ReturnType<JournalHost[Method]>>
  }

  #start(): Worker {
    const worker = new Worker(new URL('./journal.worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<JournalAnswer>) => this.#settle(data))
    worker.addEventListener('error', () => this.#giveUp())
    return worker
  }

  #settle(answer: JournalAnswer): void {
    this.#waiting.get(answer.id)?.(answer)
    this.#waiting.delete(answer.id)
  }

  /** A worker that broke answers nothing any more; the next call starts another. */
  #giveUp(): void {
    this.#worker?.terminate()
    this.#worker = null
    const fault = 'The safety copy of your changes stopped working; they are kept in memory and tried again.'
    for (const id of [...this.#waiting.keys()]) this.#settle({ id, fault })
  }
}
