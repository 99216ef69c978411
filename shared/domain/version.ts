import { nullable, oneOf, text } from '../base/check'
import type { Id } from '../base/ids'
import { type Block, parseBlocks } from './block'
import { anyId, type FieldChecks } from './field-checks'
import type { CommonFields, RecordState } from './record'

export const VERSION_REASONS = ['captured', 'recaptured', 'corrected', 'merged'] as const

/** One text of an article. Versions are never changed: a correction is a new version. */
export interface VersionFields extends CommonFields {
  readonly articleId: Id
  /** The text itself. Views of many records leave it out and load it when it is read. */
  readonly blocks: readonly Block[]
  /** Hash of the canonical text (`hashText`), to tell equal copies. */
  readonly textHash: string
  readonly capturedTime: string
  readonly reason: (typeof VERSION_REASONS)[number]
  /** The version that this one was made from. */
  readonly basedOn: Id | null
  /** Name of the file it came from. */
  readonly originalName: string | null
}

export type Version = RecordState<VersionFields, 'version'>

export const versionChecks: FieldChecks<VersionFields> = {
  fixed: {
    articleId: anyId,
    blocks: (value) => parseBlocks(value).ok,
    textHash: text(80),
    capturedTime: text(40),
    reason: oneOf(VERSION_REASONS),
    basedOn: nullable(anyId),
    originalName: nullable(text(1_000)),
  },
}
