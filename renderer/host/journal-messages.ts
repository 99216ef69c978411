import type { JournalHost } from '@shared/host/host-api'

/** A call of the journal that a page sends to its worker. */
export interface JournalCall {
  readonly id: number
  readonly method: keyof JournalHost
  readonly args: readonly unknown[]
}

/** The answer to a call; `fault` when the worker itself failed. */
export type JournalAnswer =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly fault: string }
