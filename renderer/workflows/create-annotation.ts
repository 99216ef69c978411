import { describePassage } from '@shared/anchoring/selector'
import { type Id, newId } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { create, type Edit } from '@shared/changes/compose'
import type { Transaction } from '@shared/changes/transaction'
import type { AnnotationFields, Hue, Motivation, Target } from '@shared/domain/annotation'
import { memberField } from '@shared/domain/member-fields'
import type { WorkflowContext } from './workflow-context'

/** A stretch that was selected in the text of one version; UTF-16 offsets. */
export interface SelectedPassage {
  readonly articleId: Id
  readonly versionId: Id
  /** The version's canonical text. */
  readonly text: string
  readonly spans: readonly (readonly [start: number, end: number])[]
}

/** A record that is in the notebook already, and the promise that it is on disk. */
export interface Created {
  readonly id: Id
  readonly saved: Promise<Result<Transaction | null>>
}

export interface AnnotationWish {
  readonly motivation?: Motivation
  readonly color?: Hue
  readonly comment?: string
  readonly tags?: readonly Id[]
  readonly claimId?: Id | null
}

/** What a selection becomes when it is kept: place and words of each stretch. */
export function targetOf({ versionId, text, spans }: SelectedPassage): Target {
  return { versionId, passages: spans.map(([start, end]) => describePassage(text, start, end)) }
}

/** The edit that makes an annotation, for workflows that make more at once. */
export function planAnnotation(id: Id, passage: SelectedPassage, wish: AnnotationWish): Edit {
  const { motivation = 'highlighting', color = 'amber', comment = '', tags = [], claimId = null } = wish
  const fields: AnnotationFields = {
    articleId: passage.articleId,
    target: targetOf(passage),
    motivation,
    color,
    comment,
    claimId,
    ...Object.fromEntries(tags.map((tag) => [memberField('tag', tag), true])),
  }
  return create('annotation', id, fields)
}

/** Keeps a passage as a highlight, or with a comment or tags. */
export function createAnnotation(
  { notebook }: WorkflowContext,
  passage: SelectedPassage,
  wish: AnnotationWish = {},
): Created {
  const id = newId()
  return { id, saved: notebook.commit(intentOf(wish), [planAnnotation(id, passage, wish)]) }
}

function intentOf({ motivation, tags }: AnnotationWish): string {
  if (motivation === 'commenting') return 'comment'
  return tags && tags.length > 0 ? 'tag-passage' : 'highlight'
}
