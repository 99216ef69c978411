import { Button } from '@renderer/ui/Button'
import type { BundlePreview } from '@renderer/workflows/look-at-bundle'
import type { Decision } from '@renderer/workflows/merge-bundle'
import type { Duplicate } from '@shared/bundle/duplicates'
import { describeRecord } from '@shared/notebook/describe'
import { useId } from 'react'
import styles from './Bundles.module.css'
import { Choice } from './Choice'

const REASONS: Readonly<Record<Duplicate['reason'], string>> = {
  doi: 'they have the same DOI',
  address: 'they have the same address',
  text: 'they have the same text',
  name: 'they share a name',
}

const OPTIONS: readonly (readonly [Decision, string])[] = [
  ['later', 'Decide later'],
  ['join', 'They are one'],
  ['apart', 'They are not'],
]

/** Names a proposal, so that what was decided is found again. */
export const proposalKey = ({ ours, theirs }: Duplicate): string => `${ours} ${theirs}`

function Proposal({
  preview,
  duplicate,
  decision,
  onDecide,
}: {
  preview: BundlePreview
  duplicate: Duplicate
  decision: Decision
  onDecide: (decision: Decision) => void
}) {
  const group = useId()
  const [ours, theirs] = [preview.get(duplicate.ours), preview.get(duplicate.theirs)]
  if (!ours || !theirs) return null
  const [own, other] = [describeRecord(preview, ours), describeRecord(preview, theirs)]
  const what = duplicate.kind === 'article' ? 'article' : 'entry'
  return (
    <fieldset className={styles.proposal}>
      <legend dir="auto">{own === other ? own : `${own} and ${other}`}</legend>
      <p>
        May be one {what}: {REASONS[duplicate.reason]}.{' '}
        {duplicate.kind === 'article'
          ? 'As one they keep both texts as versions; passages are looked for in the text that is shown.'
          : 'As one they count together, under all their names.'}
      </p>
      <div className={styles.options}>
        {OPTIONS.map(([value, label]) => (
          <label key={value} className={styles.choice}>
            <input type="radio" name={group} checked={decision === value} onChange={() => onDecide(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface ProposalsProps {
  readonly preview: BundlePreview
  readonly decisions: ReadonlyMap<string, Decision>
  readonly onDecide: (duplicates: readonly Duplicate[], decision: Decision) => void
  readonly bringsOver: boolean
  readonly onBringOver: (bringsOver: boolean) => void
}

/** What may be here already under another entry: proposed, and done only on the user's word. */
export function Proposals({ preview, decisions, onDecide, bringsOver, onBringOver }: ProposalsProps) {
  const { duplicates, stragglers } = preview
  if (duplicates.length + stragglers.length === 0) return null
  return (
    <section aria-label="Possibly the same" className={styles.proposals}>
      <div className={styles.arrange}>
        <h3 className={styles.heading}>Possibly the same</h3>
        {duplicates.length > 1 && (
          <Button size="small" onClick={() => onDecide(duplicates, 'join')}>
            All {duplicates.length} are
          </Button>
        )}
      </div>
      {stragglers.length > 0 && (
        <Choice
          label={
            stragglers.length === 1
              ? 'Bring over what was made on a copy that was joined before'
              : `Bring over what was made on ${stragglers.length} copies that were joined before`
          }
          checked={bringsOver}
          onChange={onBringOver}
        />
      )}
      {duplicates.map((duplicate) => (
        <Proposal
          key={proposalKey(duplicate)}
          preview={preview}
          duplicate={duplicate}
          decision={decisions.get(proposalKey(duplicate)) ?? 'later'}
          onDecide={(decision) => onDecide([duplicate], decision)}
        />
      ))}
    </section>
  )
}
