import { HistoryButton } from '@renderer/navigation/HistoryButton'
import { useNavigation } from '@renderer/navigation/navigation-store'
import { announce } from '@renderer/navigation/tasks'
import { useAll } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { Button } from '@renderer/ui/Button'
import { IconButton } from '@renderer/ui/IconButton'
import { SameQuote } from '@renderer/weighing/SameQuote'
import { WithoutSource } from '@renderer/weighing/WithoutSource'
import { recolourAnnotations } from '@renderer/workflows/edit-annotation'
import { untagRecord } from '@renderer/workflows/tag-record'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { type Annotation, HUES } from '@shared/domain/annotation'
import { tagsOf } from '@shared/domain/member-fields'
import { claimsResting, sourcesOf } from '@shared/graph/withdrawal'
import { Link2, Pencil, Tag, Trash2, X } from 'lucide-react'
import { usePassageActions } from '../use-passage-actions'
import type { PassageMatter } from './describe-passage'
import { LinkList } from './LinkList'
import styles from './Margin.module.css'

/** What can be done with the active annotation, its tags, and everything that is linked with it. */
export function CardActions({ annotation, matter }: { annotation: Annotation; matter: PassageMatter }) {
  const actions = usePassageActions()
  const open = useNavigation((state) => state.open)
  const { speaker, claim, quote } = matter
  const { view } = useReadableNotebook()
  useAll('link')
  const isEvidence = claimsResting(view, quote?.id ?? annotation.id).length > 0
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        <IconButton icon={Pencil} label="Edit" keys="E" onClick={() => actions.edit(annotation)} />
        <IconButton icon={Tag} label="Tag" keys="T" onClick={() => actions.begin('tag', annotation)} />
        <IconButton icon={Link2} label="Link" keys="L" onClick={() => actions.begin('link', annotation)} />
        <HistoryButton id={annotation.id} isIcon />
        <IconButton icon={Trash2} label="Delete" keys="Del" onClick={() => actions.remove(annotation)} />
      </div>
      <Colours annotation={annotation} />
      <TagList annotation={annotation} />
      <div className={styles.places}>
        {speaker && (
          <Button look="quiet" size="small" onClick={() => open({ view: 'people', id: speaker.id })}>
            {speaker.fields.name}
          </Button>
        )}
        {claim && (
          <Button look="quiet" size="small" onClick={() => open({ view: 'claims', id: claim.id })}>
            Open the claim
          </Button>
        )}
      </div>
      {quote && <SameQuote quote={quote.id} />}
      {isEvidence && <WithoutSource sources={sourcesOf(view, quote?.id ?? annotation.id)} />}
      <LinkList id={annotation.id} label="Links of the passage" />
      {quote && <LinkList id={quote.id} label="Links of the quote" />}
      {claim && <LinkList id={claim.id} label="Links of the claim" />}
    </div>
  )
}

function Colours({ annotation }: { annotation: Annotation }) {
  const recolour = useWorkflow(recolourAnnotations)
  return (
    <fieldset className={styles.colours} aria-label="Colour">
      {HUES.map((hue) => (
        <button
          key={hue}
          type="button"
          className={styles.colour}
          data-hue={hue}
          aria-label={hue}
          title={hue}
          aria-pressed={annotation.fields.color === hue}
          onClick={() => {
            void recolour([annotation.id], hue)
            announce(`Coloured ${hue}`)
          }}
        />
      ))}
    </fieldset>
  )
}

function TagList({ annotation }: { annotation: Annotation }) {
  const { view } = useReadableNotebook()
  const untag = useWorkflow(untagRecord)
  const tags = tagsOf(annotation).flatMap((id) => view.find('tag', id) ?? [])
  if (tags.length === 0) return null
  return (
    <ul className={styles.tags} aria-label="Tags">
      {tags.map((tag) => (
        <li key={tag.id}>
          {tag.fields.label}
          <button
            type="button"
            className={styles.untag}
            aria-label={`Take off the tag ${tag.fields.label}`}
            onClick={() => void untag('annotation', annotation.id, tag.id)}
          >
            <X size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}
