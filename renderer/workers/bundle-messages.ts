import type { Id } from '@shared/base/ids'
import type { Failure } from '@shared/base/result'
import type { Lock, Unlock } from '@shared/bundle/encryption'
import type { BundleContents } from '@shared/bundle/read-bundle'
import type { SigningKeys } from '@shared/bundle/signature'
import type { RecordHistory, TransactionNote } from '@shared/changes/transaction'
import type { Kind } from '@shared/domain/kinds'

/** The streams of a notebook, by name. */
export type StreamName = Kind | 'transactions'
export type StreamItem = RecordHistory | TransactionNote

/** What a bundle is to hold, as plain data that crosses to the worker. */
export interface WriteRequest {
  readonly type: 'write'
  readonly name: string
  /** Ids of the records to take along; absent: everything. */
  readonly only?: readonly Id[]
  readonly fullText?: boolean
  readonly privateNotes?: boolean
  /** Signs the bundle. */
  readonly keys?: SigningKeys
  /** Encrypts it. */
  readonly lock?: Lock
}

export type BundleRequest =
  | WriteRequest
  /** The next run of the stream that was asked for. */
  | { readonly type: 'items'; readonly items: readonly StreamItem[]; readonly done: boolean }
  /** The last chunk was taken: make the next. */
  | { readonly type: 'taken' }
  | { readonly type: 'read'; readonly bytes: Uint8Array | Blob; readonly unlock?: Unlock }
  | { readonly type: 'more'; readonly stream: StreamName; readonly start: boolean }

/** What is told of an opened bundle. */
export type OpenedInfo = Pick<BundleContents, 'name' | 'info' | 'signature' | 'counts' | 'fileCount'>

export type BundleAnswer =
  | { readonly type: 'need'; readonly stream: StreamName; readonly start: boolean }
  | { readonly type: 'chunk'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'finished' }
  | { readonly type: 'opened'; readonly opened: OpenedInfo }
  | { readonly type: 'items'; readonly items: readonly StreamItem[]; readonly done: boolean }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
