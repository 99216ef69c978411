import type { Failure } from '../base/result'

/** Carries an expected failure out of a stream, where no result can be returned; callers turn it into a value. */
export class BundleFailure extends Error {
  readonly failure: Failure

  constructor(code: string, message: string) {
    super(message)
    this.failure = { code, message }
  }
}

/** Ends the work with a failure that names the file. */
export function refuse(code: string, message: string): never {
  throw new BundleFailure(code, message)
}

/** Runs work that may refuse, and gives the outcome as a value; other exceptions are bugs and pass through. */
export async function catchFailure<T>(
  work: () => Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false; error: Failure }> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof BundleFailure) return { ok: false, error: error.failure }
    throw error
  }
}

/** Asks long work to stop; an AbortSignal is one. */
export interface StopSignal {
  readonly aborted: boolean
}

/** Ends the work when the user has stopped it. */
export function throwIfStopped(signal: StopSignal | undefined): void {
  if (signal?.aborted) refuse('stopped', 'Stopped. Nothing was changed.')
}
