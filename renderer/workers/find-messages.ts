import type { FindMode } from '@shared/anchoring/find-in-text'

export interface FindRequest {
  readonly id: number
  /** Null when it is the text of the request before. */
  readonly text: string | null
  readonly query: string
  readonly mode: FindMode
}

/** Hits in text order, UTF-16 offsets; or one sentence on what is wrong with the query. */
export type FindAnswer = { readonly id: number } & (
  | { readonly starts: Int32Array<ArrayBuffer>; readonly ends: Int32Array<ArrayBuffer> }
  | { readonly fault: string }
)
