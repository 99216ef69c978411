import { useIndex, useNotebookView } from '@renderer/storage/queries/notebook-view'
import { IconButton } from '@renderer/ui/IconButton'
import { WithoutSource } from '@renderer/weighing/WithoutSource'
import { removeLink } from '@renderer/workflows/create-link'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Claim } from '@shared/domain/claim'
import type { Link } from '@shared/domain/link'
import type { ClaimAssessment } from '@shared/graph/claim-ledger'
import { evidenceIdOf } from '@shared/graph/claim-status'
import type { OriginGroup } from '@shared/graph/independence'
import { sourcesOf } from '@shared/graph/withdrawal'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Claims.module.css'
import { Passage } from './Passage'

const SIDES = [
  { relation: 'supports', title: 'Speaks for it', groups: 'originsFor' },
  { relation: 'contradicts', title: 'Speaks against it', groups: 'originsAgainst' },
  { relation: 'qualifies', title: 'Limits it', groups: null },
] as const

/** A link of a claim, and what it leads to. */
interface Piece {
  readonly link: Link
  readonly other: string
  /** Under which the evidence is counted; null for a claim. */
  readonly evidence: string | null
}

function Evidence({ piece: { link, other, evidence } }: { piece: Piece }) {
  const view = useNotebookView()
  const remove = useWorkflow(removeLink)
  return (
    <Passage id={other}>
      {link.fields.comment && <p className={styles.comment}>{link.fields.comment}</p>}
      {evidence && <WithoutSource sources={sourcesOf(view, evidence)} />}
      <IconButton
        icon={X}
        label="Take this evidence away"
        className={styles.takeAway}
        onClick={() => void remove(link.id)}
      />
    </Passage>
  )
}

function Group({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className={styles.group} aria-label={title}>
      <h4 className={styles.groupTitle}>
        {title} {note && <span className={styles.groupNote}>{note}</span>}
      </h4>
      {children}
    </section>
  )
}

function describeGroup({ evidence, reasons, circular }: OriginGroup): string {
  const words: string[] = []
  if (evidence.length > 1) words.push(`${evidence.length} pieces that count once`)
  if (reasons.includes('same words')) words.push('the same words')
  if (circular) words.push('circular: its sources go back to one another')
  return words.join(', ')
}

/** The evidence of one independent origin; what bears on the claim through another one comes last. */
function Origin({ group, pieces }: { group: OriginGroup; pieces: readonly Piece[] }) {
  const own = pieces.filter(({ evidence }) => evidence && group.evidence.includes(evidence))
  const through = group.evidence.filter((id) => !own.some(({ evidence }) => evidence === id))
  return (
    <Group title={group.label} note={describeGroup(group)}>
      {own.map((piece) => (
        <Evidence key={piece.link.id} piece={piece} />
      ))}
      {through.map((id) => (
        <Passage key={id} id={id}>
          <p className={styles.comment}>Bears on it through another claim.</p>
        </Passage>
      ))}
    </Group>
  )
}

interface SideProps {
  readonly title: string
  readonly pieces: readonly Piece[]
  /** Independent origins; null where they are not told apart. */
  readonly groups: readonly OriginGroup[] | null
}

function Side({ title, pieces, groups }: SideProps) {
  const counted = new Set(groups?.flatMap(({ evidence }) => evidence))
  const claims = pieces.filter(({ evidence }) => evidence === null)
  const apart = pieces.filter(({ evidence }) => evidence !== null && !counted.has(evidence))
  return (
    <section className={styles.sideOfEvidence} aria-label={title}>
      <h3 className={styles.heading}>
        {title} <span className={styles.number}>{pieces.length}</span>
      </h3>
      {groups?.map((group) => (
        <Origin key={group.key} group={group} pieces={pieces} />
      ))}
      {claims.length > 0 && (
        <Group title="Other claims" note="">
          {claims.map((piece) => (
            <Evidence key={piece.link.id} piece={piece} />
          ))}
        </Group>
      )}
      {apart.length > 0 && (
        <Group
          title={groups ? 'Does not count' : 'Passages'}
          note={groups ? 'something stronger stands against it' : ''}
        >
          {apart.map((piece) => (
            <Evidence key={piece.link.id} piece={piece} />
          ))}
        </Group>
      )}
      {pieces.length === 0 && <p className={styles.none}>Nothing yet.</p>}
    </section>
  )
}

/** What speaks for and against a claim, side by side, grouped by the independent origins it comes from. */
export function EvidenceList({ claim, assessment }: { claim: Claim; assessment: ClaimAssessment }) {
  const view = useNotebookView()
  const pieces = useIndex('linksByEnd', claim.id)
    .filter(({ fields }) => fields.to === claim.id || fields.relation === 'contradicts')
    .map((link): Piece => {
      const other = link.fields.from === claim.id ? link.fields.to : link.fields.from
      return { link, other, evidence: view.find('claim', other) ? null : evidenceIdOf(view, other) }
    })
  return (
    <div className={styles.evidence}>
      {SIDES.map(({ relation, title, groups }) => {
        const own = pieces.filter(({ link }) => link.fields.relation === relation)
        if (relation === 'qualifies' && own.length === 0) return null
        return <Side key={relation} title={title} pieces={own} groups={groups && assessment[groups]} />
      })}
    </div>
  )
}
