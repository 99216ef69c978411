import { useNavigation } from '@renderer/navigation/navigation-store'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import type { Claim, ClaimStatus } from '@shared/domain/claim'
import { assessClaim, whatFalls } from '@shared/graph/claim-ledger'
import type { OriginGroup } from '@shared/graph/independence'
import { useState } from 'react'
import styles from './DerivedStatus.module.css'
import { StatusMark } from './StatusMark'

const STATUS_WORDS: Readonly<Record<ClaimStatus, string>> = {
  unverified: 'unverified',
  supported: 'supported',
  disputed: 'disputed',
  refuted: 'refuted',
}

/** The claims whose status would change without a source. */
function Withdrawal({ source }: { source: string }) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const fallen = whatFalls(view, source)
  if (fallen.length === 0) return <p className={styles.note}>No claim would change.</p>
  return (
    <ul className={styles.fallen}>
      {fallen.map(({ claim, before, after }) => (
        <li key={claim}>
          <button type="button" className={styles.claim} onClick={() => open({ view: 'claims', id: claim })}>
            {view.find('claim', claim)?.fields.text}
          </button>{' '}
          would go from {STATUS_WORDS[before]} to {STATUS_WORDS[after]}.
        </li>
      ))}
    </ul>
  )
}

function Origin({ group, side }: { group: OriginGroup; side: string }) {
  const [asked, setAsked] = useState(false)
  const count = group.evidence.length
  return (
    <li className={styles.origin}>
      <span className={styles.side}>{side}</span>
      <span>
        {group.label}
        {count > 1 && `, ${count} pieces that count once`}
        {group.reasons.includes('same words') && ' (same words)'}
        {group.circular && ' (sources that go back to one another)'}
      </span>
      <Button size="small" look="quiet" aria-expanded={asked} onClick={() => setAsked(!asked)}>
        What if it is withdrawn?
      </Button>
      {asked && <Withdrawal source={group.key} />}
    </li>
  )
}

/** What the evidence comes to, beside the researcher's judgement: the status that follows, why, and from how many independent origins. */
export function DerivedStatus({ claim }: { claim: Claim }) {
  const view = useNotebookView()
  const assessment = assessClaim(view, claim.id)
  if (!assessment) return null
  const { derived, own, why, originsFor, originsAgainst } = assessment
  const [verdict, ...reasons] = why
  return (
    <section className={styles.derived} aria-label="What the evidence comes to">
      <h3 className={styles.title}>
        <StatusMark status={derived} /> From the evidence: {STATUS_WORDS[derived]}
        {own !== derived && own !== 'unverified' && (
          <span className={styles.note}>you judged it {STATUS_WORDS[own]}</span>
        )}
      </h3>
      <details open>
        <summary>Why</summary>
        <p className={styles.sentence}>{verdict}</p>
        {reasons.map((sentence) => (
          <p key={sentence} className={styles.sentence}>
            {sentence}
          </p>
        ))}
      </details>
      {originsFor.length + originsAgainst.length > 0 && (
        <ul aria-label="Independent origins">
          {originsFor.map((group) => (
            <Origin key={`for ${group.key}`} group={group} side="For" />
          ))}
          {originsAgainst.map((group) => (
            <Origin key={`against ${group.key}`} group={group} side="Against" />
          ))}
        </ul>
      )}
    </section>
  )
}
