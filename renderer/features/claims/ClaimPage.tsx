import { Links } from '@renderer/linking/Links'
import { HistoryButton } from '@renderer/navigation/HistoryButton'
import { useNavigation } from '@renderer/navigation/navigation-store'
import { SavedField } from '@renderer/navigation/SavedField'
import { announce } from '@renderer/navigation/tasks'
import { useIndex, useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Callout } from '@renderer/ui/Callout'
import { Field, Select } from '@renderer/ui/Field'
import { MeasuredPage } from '@renderer/ui/ListAndPage'
import { removeRecords } from '@renderer/workflows/edit-article'
import { editClaim } from '@renderer/workflows/edit-claim'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { CERTAINTIES, CLAIM_STATUSES, type Claim } from '@shared/domain/claim'
import { assessClaim } from '@shared/graph/claim-ledger'
import { describeField } from '@shared/notebook/describe-field'
import { AddEvidence } from './AddEvidence'
import styles from './Claims.module.css'
import { DerivedStatus } from './DerivedStatus'
import { EvidenceList } from './EvidenceList'
import { Passage } from './Passage'

const STATUS_NAMES = {
  unverified: 'Unverified',
  supported: 'Supported',
  disputed: 'Disputed',
  refuted: 'Refuted',
} as const
const CERTAINTY_NAMES = {
  certain: 'Certain',
  likely: 'Likely',
  possible: 'Possible',
  unlikely: 'Unlikely',
} as const

/** What colleagues judged or worded otherwise, still to be settled. */
function OpenDifferences({ claim }: { claim: Claim }) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const fields = Object.keys(claim.differences ?? {})
  if (fields.length === 0) return null
  return (
    <Callout
      tone="info"
      actions={
        <Button size="small" onClick={() => open({ view: 'inbox', section: 'differences' })}>
          Settle it in the inbox
        </Button>
      }
    >
      You and a colleague differ in{' '}
      {fields.map((field) => describeField(view, field).toLowerCase()).join(', ')}.
    </Callout>
  )
}

/** One claim: its wording, the researcher's judgement, what speaks for and against it, and who makes it. */
export function ClaimPage({ claim }: { claim: Claim }) {
  const { fields } = claim
  const save = useWorkflow(editClaim)
  const remove = useWorkflow(removeRecords)
  const open = useNavigation((state) => state.open)
  const assessment = assessClaim(useNotebookView(), claim.id)
  const passages = useIndex('annotationsByClaim', claim.id)
  const drop = async () => {
    const outcome = await remove([claim])
    announce(outcome.ok ? 'The claim is in the trash. Ctrl Z brings it back.' : outcome.error.message)
    open({ view: 'claims' })
  }
  return (
    <MeasuredPage className={styles.claim ?? ''}>
      <h2 className={styles.title} dir="auto">
        {fields.text}
      </h2>
      <div className={styles.judgement}>
        <Field label="Your judgement">
          {(attributes) => (
            <Select
              {...attributes}
              value={fields.status}
              onChange={(event) => save(claim.id, { status: event.target.value as typeof fields.status })}
            >
              {CLAIM_STATUSES.map((status) => (
                <option key={status} value={status}>
                  {STATUS_NAMES[status]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="How certain">
          {(attributes) => (
            <Select
              {...attributes}
              value={fields.certainty ?? ''}
              onChange={(event) =>
                save(claim.id, { certainty: (event.target.value || null) as typeof fields.certainty })
              }
            >
              <option value="">Not said</option>
              {CERTAINTIES.map((certainty) => (
                <option key={certainty} value={certainty}>
                  {CERTAINTY_NAMES[certainty]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <OpenDifferences claim={claim} />
      {assessment && <DerivedStatus assessment={assessment} />}
      {assessment && <EvidenceList claim={claim} assessment={assessment} />}
      <AddEvidence claim={claim} />
      <section aria-label="Passages that make it">
        <h3 className={styles.heading}>Passages that make it</h3>
        {passages.length === 0 && <p className={styles.none}>None yet.</p>}
        {passages.map((annotation) => (
          <Passage key={annotation.id} id={annotation.id} />
        ))}
      </section>
      <SavedField
        key={`text ${claim.id}`}
        name={`${claim.id} text`}
        isLong
        label="Wording"
        value={fields.text}
        isNeeded
        onSave={(text) => save(claim.id, { text: text.trim() })}
      />
      <SavedField
        key={`comment ${claim.id}`}
        name={`${claim.id} comment`}
        isLong
        label="Comment"
        value={fields.comment}
        onSave={(comment) => save(claim.id, { comment })}
      />
      <Links id={claim.id} />
      <div className={styles.ends}>
        <HistoryButton id={claim.id} />
        <Button look="danger" size="small" onClick={drop}>
          Delete this claim
        </Button>
      </div>
    </MeasuredPage>
  )
}
