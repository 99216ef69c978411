import type { Failure } from '@shared/base/result'
import type { SaveState } from './notebook'
import { createObservable } from './observable'

const RETRIED = 'Saving is tried again by itself; you can also export the notebook now.'

/** Where the changes of this window are kept: in store and journal, in one of them, or in memory alone. */
export type Copies = 'both' | 'store' | 'journal' | 'none'

/** What the user should know when changes are not kept in both places. */
export const LACKING: { readonly [copies in Exclude<Copies, 'both'>]: string } = {
  store:
    'There is no safety copy, because this browser does not let the page keep files of its own: your changes are saved in the browser’s store only.',
  journal:
    'The notebook was opened from its safety copy, because the browser’s store cannot be used: your changes are saved in the safety copy only.',
  none: 'Nothing can be saved, because this browser does not let the page keep data: what you do is in memory until the window closes, so export it before then, or allow site data for this address and reload.',
}

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

/** Why nothing is written any more to a store that the browser has emptied. */
export function explainEmptied(hasJournal: boolean): Failure {
  const message = hasJournal
    ? 'The browser has emptied the store of this notebook, and nothing more is written to it: reload, and the notebook is rebuilt from its safety copy.'
    : 'The browser has emptied the store of this notebook, and nothing more is written to it: reload, and restore a backup or import a bundle.'
  return { code: 'store-emptied', message }
}

/** Why the safety copy lags behind, in a sentence. */
export function explainJournalFailure({ code, message }: Failure): Failure {
  if (code === 'disk-full')
    return {
      code,
      message: `The last changes have no safety copy yet, because the disk or this browser’s share of it is full: free some space. ${RETRIED}`,
    }
  return { code, message: `The last changes have no safety copy yet: ${message} ${RETRIED}` }
}

/** Why store and journal could not be brought together. Failures: `disk-full`, `journal-apart`. */
export function explainApart(error: unknown): Failure {
  const name = error instanceof Error ? error.name : 'unknown error'
  const message = `The safety copy could not be compared with the notebook (${name}).`
  return { code: isOutOfSpace(error) ? 'disk-full' : 'journal-apart', message }
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
  #copies: Copies = 'both'

  /** `time` in milliseconds since 1970. */
  saved(time: number): void {
    this.#lastSafeWrite = time
    this.#showSaved()
  }

  /** Takes note of which of the two places keeps the changes. */
  keptIn(copies: Copies): void {
    this.#copies = copies
    if (copies === 'none') this.state.set({ state: 'memory-only' })
    else if (this.state.get().state === 'saved') this.#showSaved()
  }

  /** Nothing is being written any more, nor was anything. */
  settled(): void {
    if (this.state.get().state === 'saving') this.#showSaved()
  }

  saving(): void {
    const { state } = this.state.get()
    // While writes fail, the sentence stays until one succeeds.
    if (state === 'saved') this.state.set({ state: 'saving' })
  }

  failing({ message }: Failure, waiting: number): void {
    this.state.set({ state: 'failing', sentence: message, waiting, lastSafeWrite: this.#lastSafeWrite })
  }

  #showSaved(): void {
    const copies = this.#copies
    if (copies === 'none') return
    const only = copies === 'both' ? {} : { only: copies }
    this.state.set({ state: 'saved', lastSafeWrite: this.#lastSafeWrite, ...only })
  }
}
