import { useAll, useIndex } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import type { Id } from '@shared/base/ids'
import { type Annotation, passageText } from '@shared/domain/annotation'
import { memo } from 'react'
import { kindOf, PASSAGE_KINDS } from '../shown-passages'
import { gatherMatter } from './describe-passage'
import { KindSign } from './KindSign'
import styles from './Margin.module.css'

interface MarginLineProps {
  readonly annotation: Annotation
  readonly top: number
  readonly height: number
  readonly activate: (id: Id) => void
}

/** What the line says after its kind: the comment, the speaker, the wording, or else the passage. */
export function usePassageTitle(annotation: Annotation): string {
  const { view } = useReadableNotebook()
  useIndex('quotesByAnnotation', annotation.id)
  useAll('claim')
  const { title } = gatherMatter(view, annotation)
  const kind = kindOf(annotation)
  if (kind === 'quote' || kind === 'claim') return title
  return annotation.fields.comment || passageText(annotation)
}

/** A card where it is crowded: one line, drawn out when chosen. */
export const MarginLine = memo(function MarginLine({ annotation, top, height, activate }: MarginLineProps) {
  const kind = kindOf(annotation)
  const title = usePassageTitle(annotation)
  return (
    <button
      type="button"
      className={styles.line}
      style={{ top, height }}
      data-hue={annotation.fields.color}
      data-annotation={annotation.id}
      title={title}
      onClick={() => activate(annotation.id)}
    >
      <KindSign kind={kind} />
      <span className="visually-hidden">{PASSAGE_KINDS[kind]}: </span>
      <span className={styles.lineText} dir="auto">
        {title}
      </span>
    </button>
  )
})
