import { useBlocks } from '@renderer/storage/queries/blocks'
import { useRecord } from '@renderer/storage/queries/notebook-view'
import { EmptyState } from '@renderer/ui/EmptyState'
import type { Id } from '@shared/base/ids'
import { OpenArticle } from './OpenArticle'
import type { ReviewKind } from './review/review-list'

interface ReaderViewProps {
  readonly id: Id
  /** The annotation to show, as when a link to it was followed. */
  readonly annotation?: Id | undefined
  /** A stretch of the text to show and select, in UTF-16 offsets. */
  readonly at?: readonly [number, number] | undefined
  /** A version other than the current one. */
  readonly version?: Id | undefined
  /** What to go through at once of the program's suggestions. */
  readonly review?: ReviewKind | undefined
}

/** An article to read and to annotate. */
export function ReaderView({ id, annotation, at, version, review }: ReaderViewProps) {
  const article = useRecord('article', id)
  // A version that undo took back is not shown any more.
  const pinned = useRecord('version', version ?? '')
  const versionId = pinned?.id ?? article?.fields.currentVersion ?? id
  const blocks = useBlocks(versionId)
  if (!article)
    return (
      <EmptyState title="This article is not here">
        It may be in the trash: undo with Ctrl Z, or restore it there.
      </EmptyState>
    )
  if (!blocks)
    return (
      <EmptyState title={article.fields.title || 'Untitled article'}>
        <span role="status">Opening …</span>
      </EmptyState>
    )
  return (
    <OpenArticle
      key={versionId}
      article={article}
      versionId={versionId}
      blocks={blocks}
      annotation={annotation}
      at={at}
      review={review}
    />
  )
}
