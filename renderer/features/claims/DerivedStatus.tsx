import { StatusMark } from '@renderer/weighing/StatusMark'
import type { ClaimStatus } from '@shared/domain/claim'
import type { ClaimAssessment } from '@shared/graph/claim-ledger'
import styles from './DerivedStatus.module.css'

const STATUS_WORDS: Readonly<Record<ClaimStatus, string>> = {
  unverified: 'unverified',
  supported: 'supported',
  disputed: 'disputed',
  refuted: 'refuted',
}

/** What the evidence comes to, beside the researcher's judgement: the status that follows from it, and why. */
export function DerivedStatus({ assessment }: { assessment: ClaimAssessment }) {
  const { derived, own, why } = assessment
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
        {why.map((sentence) => (
          <p key={sentence} className={styles.sentence}>
            {sentence}
          </p>
        ))}
      </details>
      <details>
        <summary>How independence is judged</summary>
        <p className={styles.sentence}>
          Pieces of evidence count once when they come from the same speaker, agency or outlet, when they
          share eight words in a row, or when their sources go back to one another. A quote comes from its
          speaker; any other passage from the agency its article names, or else from the outlet.
        </p>
      </details>
    </section>
  )
}
