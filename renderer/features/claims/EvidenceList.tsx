import { useIndex } from '@renderer/storage/queries/notebook-view'
import { IconButton } from '@renderer/ui/IconButton'
import { removeLink } from '@renderer/workflows/create-link'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Claim } from '@shared/domain/claim'
import type { Link } from '@shared/domain/link'
import { X } from 'lucide-react'
import styles from './Claims.module.css'
import { Passage } from './Passage'

const SIDES = [
  { relation: 'supports', title: 'Speaks for it' },
  { relation: 'contradicts', title: 'Speaks against it' },
  { relation: 'qualifies', title: 'Limits it' },
] as const

function Side({ title, links, claim }: { title: string; links: readonly Link[]; claim: Claim }) {
  const remove = useWorkflow(removeLink)
  return (
    <section className={styles.sideOfEvidence} aria-label={title}>
      <h3 className={styles.heading}>
        {title} <span className={styles.number}>{links.length}</span>
      </h3>
      {links.map((link) => (
        <Passage key={link.id} id={link.fields.from === claim.id ? link.fields.to : link.fields.from}>
          {link.fields.comment && <p className={styles.comment}>{link.fields.comment}</p>}
          <IconButton
            icon={X}
            label="Take this evidence away"
            className={styles.takeAway}
            onClick={() => void remove(link.id)}
          />
        </Passage>
      ))}
      {links.length === 0 && <p className={styles.none}>Nothing yet.</p>}
    </section>
  )
}

/** What speaks for and against a claim, side by side. */
export function EvidenceList({ claim }: { claim: Claim }) {
  const links = useIndex('linksByEnd', claim.id).filter(
    ({ fields }) => fields.to === claim.id || fields.relation === 'contradicts',
  )
  return (
    <div className={styles.evidence}>
      {SIDES.map(({ relation, title }) => {
        const own = links.filter(({ fields }) => fields.relation === relation)
        if (relation === 'qualifies' && own.length === 0) return null
        return <Side key={relation} title={title} links={own} claim={claim} />
      })}
    </div>
  )
}
