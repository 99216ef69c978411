import type { Failure } from '@shared/base/result'
import type { BagInfo } from '@shared/bundle/bagit'
import type { SignatureCheck, SigningKeys } from '@shared/bundle/signature'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import type { Kind } from '@shared/domain/kinds'

/** What a stream of records is asked for by: the histories of one kind, or the transactions. */
export type StreamName = Kind | 'transactions'
export type StreamItem = RecordHistory | TransactionNote

/** How a bundle is to be written, as plain data. */
export interface WriteRequest {
  readonly type: 'write'
  readonly name: string
  readonly only?: ReadonlySet<string>
  readonly fullText?: boolean
  readonly privateNotes?: boolean
  readonly keys?: SigningKeys
}

/** From the page to the worker. One worker does one thing: write a bundle, or open one and hand out what is in it. */
export type BundleRequest =
  | WriteRequest
  | { readonly type: 'read'; readonly bytes: Uint8Array | Blob }
  /** Items of the page's notebook, in answer to `need`. */
  | { readonly type: 'items'; readonly items: readonly StreamItem[]; readonly done: boolean }
  /** The page has taken the last chunk. */
  | { readonly type: 'taken' }
  /** Asks for more of a stream of the opened bundle; `start` begins it anew. */
  | { readonly type: 'more'; readonly stream: StreamName; readonly start: boolean }
  | { readonly type: 'stop' }

/** What the page learns of an opened bundle before it asks for records. */
export interface OpenedInfo {
  readonly name: string
  readonly info: BagInfo
  readonly signature: SignatureCheck
  readonly counts: ReadonlyMap<Kind, number>
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

/** From the worker to the page. */
export type BundleAnswer =
  | { readonly type: 'need'; readonly stream: StreamName; readonly start: boolean }
  | { readonly type: 'chunk'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'opened'; readonly opened: OpenedInfo }
  | { readonly type: 'items'; readonly items: readonly StreamItem[]; readonly done: boolean }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'finished' }
  | { readonly type: 'failed'; readonly failure: Failure }
