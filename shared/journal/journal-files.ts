import { type Failure, fail } from '@shared/base/result'

/**
 * The few file operations that a journal needs; a host gives them over its own disk (a folder, the origin's
 * private file system). They throw on failure; an error whose `code` is ENOSPC or EDQUOT, or whose `name` is
 * QuotaExceededError, means that there is no space. Names are flat. Calls never overlap.
 */
export interface JournalFiles {
  /** Every file of the journal's folder; an absent folder is empty. */
  list(): Promise<readonly { readonly name: string; readonly size: number }[]>
  /** All bytes of a file from `start` to `end` (exclusive; past the end gives what there is). */
  read(name: string, start: number, end: number): Promise<Uint8Array>
  /** Adds bytes at the end of a file, which is made when missing. */
  append(name: string, bytes: Uint8Array): Promise<void>
  /** Resolves when what was appended to the file, and the file's being there, survive a loss of power. */
  sync(name: string): Promise<void>
  /** Cuts a file to a size. */
  truncate(name: string, size: number): Promise<void>
  /** Renames a file, replacing one of the new name, safely against loss of power. */
  rename(from: string, to: string): Promise<void>
  /** Removes a file; a missing one is fine. */
  remove(name: string): Promise<void>
}

/** An error of the disk as a failure with a sentence. */
export function writeFailure(error: unknown): Refusal {
  if (isRefused(error)) return refusal()
  if (isOutOfSpace(error))
    return fail(
      'disk-full',
      'The disk is full: your latest changes are kept in memory and will be saved as soon as there is space.',
    )
  return fail(
    'journal-unwritable',
    `The safety copy of your changes could not be written (${nameOf(error)}); they are kept in memory and tried again.`,
  )
}

/** An error while reading as a failure with a sentence. */
export function readFailure(error: unknown): Refusal {
  if (isRefused(error)) return refusal()
  return fail('journal-unreadable', `The safety copy of your changes could not be read (${nameOf(error)}).`)
}

type Refusal = { readonly ok: false; readonly error: Failure }

/** The browser keeps no files for this page at all: trying again is of no use. */
function isRefused(error: unknown): boolean {
  const { name } = (error ?? {}) as { name?: unknown }
  return name === 'SecurityError' || name === 'NotAllowedError'
}

function refusal(): Refusal {
  return fail('journal-refused', 'This browser does not let the page keep files of its own.')
}

function isOutOfSpace(error: unknown): boolean {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  return code === 'ENOSPC' || code === 'EDQUOT' || name === 'QuotaExceededError'
}

function nameOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  return String(code ?? name ?? error)
}
