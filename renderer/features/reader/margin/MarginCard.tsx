import { useAll, useIndex } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import type { Id } from '@shared/base/ids'
import { type Annotation, passageText } from '@shared/domain/annotation'
import { tagsOf } from '@shared/domain/member-fields'
import { findEntity } from '@shared/notebook/find-entity'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { memo, useLayoutEffect, useRef } from 'react'
import { describeDay } from '../describe-day'
import { kindOf, PASSAGE_KINDS } from '../shown-passages'
import { CardActions } from './CardActions'
import { gatherMatter, type PassageMatter } from './describe-passage'
import { KindSign } from './KindSign'
import styles from './Margin.module.css'

interface MarginCardProps {
  readonly annotation: Annotation
  readonly top: number
  readonly isActive: boolean
  readonly measure: (annotation: Annotation, isActive: boolean, height: number) => void
  readonly activate: (id: Id | null) => void
}

/** Kind, date, place and reporters of a quote, or status and certainty of a claim, in a few words. */
function describeMatter(view: NotebookView, { quote, speaker, claim }: PassageMatter): string {
  const words: (string | null)[] = []
  if (quote) {
    const { quoteKind, date, place, reportedBy } = quote.fields
    const reporters = reportedBy.flatMap((id) => findEntity(view, id)?.fields.name ?? [])
    words.push(
      speaker?.fields.role ?? null,
      `${quoteKind} speech`,
      date && describeDay(date, 'medium'),
      place,
    )
    if (reporters.length > 0) words.push(`reported by ${reporters.join(', ')}`)
  }
  if (claim) words.push(claim.fields.status, claim.fields.certainty)
  return words.filter((word) => word !== null && word !== '').join(' · ')
}

/** Follows what the card shows: the hooks render it again when one of these records changes. */
function useMatter(annotation: Annotation): {
  matter: PassageMatter
  note: string
  tags: string[]
  links: number
} {
  const { view } = useReadableNotebook()
  useIndex('quotesByAnnotation', annotation.id)
  useAll('claim')
  useAll('entity')
  useAll('tag')
  const links = useIndex('linksByEnd', annotation.id).length
  const matter = gatherMatter(view, annotation)
  const tags = tagsOf(annotation).flatMap((id) => view.find('tag', id)?.fields.label ?? [])
  return { matter, note: describeMatter(view, matter), tags, links }
}

/** An annotation beside its passage; the active one shows everything and what can be done with it. */
export const MarginCard = memo(function MarginCard({
  annotation,
  top,
  isActive,
  measure,
  activate,
}: MarginCardProps) {
  const card = useRef<HTMLElement>(null)
  const { matter, note, tags, links } = useMatter(annotation)
  useLayoutEffect(() => {
    if (card.current) measure(annotation, isActive, card.current.offsetHeight)
  })
  const kind = kindOf(annotation)
  const isNamed = kind === 'quote' || kind === 'claim'
  return (
    <article
      ref={card}
      className={styles.card}
      style={{ top }}
      data-hue={annotation.fields.color}
      data-kind={kind}
      data-active={isActive}
      data-annotation={annotation.id}
    >
      <button
        type="button"
        className={styles.cardHead}
        aria-expanded={isActive}
        onClick={() => activate(isActive ? null : annotation.id)}
      >
        <KindSign kind={kind} />
        <span className={styles.kind}>{PASSAGE_KINDS[kind]}</span>
        {!isActive && links > 0 && (
          <span className={styles.count}>
            {links} {links === 1 ? 'link' : 'links'}
          </span>
        )}
        {isNamed && (
          <span className={styles.cardTitle} dir="auto">
            {matter.title}
          </span>
        )}
        {kind !== 'claim' && (
          <span className={styles.excerpt} dir="auto">
            {passageText(annotation)}
          </span>
        )}
      </button>
      {note && <p className={styles.note}>{note}</p>}
      {annotation.fields.comment && (
        <p className={styles.comment} dir="auto">
          {annotation.fields.comment}
        </p>
      )}
      {tags.length > 0 && !isActive && (
        <p className={styles.tags}>
          {tags.map((label) => (
            <span key={label}>{label}</span>
          ))}
        </p>
      )}
      {isActive && <CardActions annotation={annotation} matter={matter} />}
    </article>
  )
})
