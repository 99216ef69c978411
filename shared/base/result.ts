/** A failure that is expected to happen: a stable code for programs, one sentence for the user. */
export interface Failure {
  readonly code: string
  /** One sentence that says what is wrong and what to do. */
  readonly message: string
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure }

/** Wraps a value as a success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** Makes an expected failure. */
export function fail(code: string, message: string): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, message } }
}
