import type { Failure } from '@shared/base/result'
import type { SaveState } from './notebook'
import { createObservable } from './observable'

const RETRIED = 'Saving is tried again by itself; you can also export the notebook now.'

/** Why a write to the store failed, in a sentence. Failures: `disk-full`, `store-unwritable`. */
export function explainStoreFailure(error: unknown): Failure {
  if (isOutOfSpace(error))
    return {
      code: 'disk-full',
      message: `The last changes are only in memory, because the disk or this browser’s share of it is full: free some space. ${RETRIED}`,
    }
  const name = error instanceof Error ? error.name : 'unknown error'
  return {
    code: 'store-unwritable',
    message: `The last changes are only in memory, because the browser’s store cannot be written (${name}). ${RETRIED}`,
  }
}

/** Why the safety copy lags behind, in a sentence. */
export function explainJournalFailure({ code, message }: Failure): Failure {
  return { code, message: `The last changes have no safety copy yet: ${message} ${RETRIED}` }
}

/** Whether a write failed for want of space. */
export function isOutOfSpace(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'QuotaExceededError') return true
  return isOutOfSpace((error as { inner?: unknown }).inner)
}

/** Tells where the latest changes stand. */
export class SaveStatus {
  readonly state = createObservable<SaveState>({ state: 'saved', lastSafeWrite: null })
  #lastSafeWrite: number | null = null

  /** `time` in milliseconds since 1970. */
  saved(time: number): void {
    this.#lastSafeWrite = time
    this.state.set({ state: 'saved', lastSafeWrite: time })
  }

  saving(): void {
    const { state } = this.state.get()
    // While writes fail, the sentence stays until one succeeds.
    if (state === 'saved') this.state.set({ state: 'saving' })
  }

  failing({ message }: Failure, waiting: number): void {
    this.state.set({ state: 'failing', sentence: message, waiting })
  }

  get lastSafeWrite(): number | null {
    return this.#lastSafeWrite
  }
}
