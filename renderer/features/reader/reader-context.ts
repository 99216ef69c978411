import type { ReadingPage } from '@renderer/anchoring/reading-page'
import type { Id } from '@shared/base/ids'
import type { Json } from '@shared/base/json'
import type { Article } from '@shared/domain/article'
import { createContext, useContext } from 'react'
import type { ShownPassages } from './shown-passages'

export type TaskKind = 'quote' | 'claim' | 'comment' | 'tag' | 'link'

/** A form that is open at a passage: a fresh selection, or an annotation that is being changed. Kept as a draft. */
export interface PassageTask {
  readonly kind: TaskKind
  readonly versionId: Id
  readonly spans: readonly (readonly [number, number])[]
  /** The annotation it is about; null while the passage is only selected. */
  readonly annotation: Id | null
  /** What was typed so far, as the form itself understands it. */
  readonly typed: Json
}

/** What the parts of one reader share. */
export interface Reader {
  readonly article: Article
  readonly versionId: Id
  readonly page: ReadingPage
  readonly passages: ShownPassages
  /** The annotation that is drawn out in the margin and marked in the text. */
  readonly active: Id | null
  /** Draws an annotation out and, unless told not to, brings its passage into sight. */
  readonly activate: (id: Id | null, reveals?: boolean) => void
  readonly task: PassageTask | null
  readonly begin: (task: PassageTask) => void
  /** Closes the form and gives the selection back. */
  readonly endTask: () => void
}

export const ReaderContext = createContext<Reader | null>(null)

export function useReader(): Reader {
  const reader = useContext(ReaderContext)
  if (!reader) throw new Error('A part of the reader was used outside of it.')
  return reader
}
