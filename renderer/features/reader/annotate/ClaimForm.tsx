import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { Completion } from '@renderer/ui/Completion'
import { Select, TextArea } from '@renderer/ui/Field'
import { FieldRow } from '@renderer/ui/FieldRow'
import { type ClaimWish, claimAnnotation, createClaim, editClaim } from '@renderer/workflows/create-claim'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import {
  CERTAINTIES,
  type Certainty,
  CLAIM_STATUSES,
  type Claim,
  type ClaimStatus,
} from '@shared/domain/claim'
import { findRecords } from '@shared/notebook/find-records'
import { useState } from 'react'
import { type PassageTask, useReader } from '../reader-context'
import { FormFrame } from './FormFrame'
import { useForm } from './use-form'

/** A claim's wording, status and certainty; or an existing claim that this passage makes too. */
export function ClaimForm({ task }: { task: PassageTask }) {
  const { view } = useReadableNotebook()
  const { page } = useReader()
  const words = task.spans.map(([start, end]) => page.surface.text.slice(start, end)).join(' … ')
  const claimOf = (id: string | null | undefined) => (id ? view.find('claim', id) : undefined)
  const { fields, set, passage, annotation, finish, cancel } = useForm<ClaimWish>(task, (existing) => {
    const claim = claimOf(existing?.fields.claimId)
    const { text = words.replace(/\s+/g, ' '), status = 'unverified', certainty = null } = claim?.fields ?? {}
    return { claimId: null, text, status, certainty }
  })
  const create = useWorkflow(createClaim)
  const attach = useWorkflow(claimAnnotation)
  const change = useWorkflow(editClaim)
  const chosen = claimOf(fields.claimId)
  const save = () => {
    const own = claimOf(annotation?.fields.claimId)
    const { text, status, certainty } = fields
    if (own && !fields.claimId) finish(change(own.id, { text, status, certainty }), 'Claim saved')
    else finish(annotation ? attach(annotation, fields) : create(passage, fields), 'Claim saved')
  }
  return (
    <FormFrame
      label="Claim"
      save={save}
      cancel={cancel}
      canSave={chosen !== undefined || fields.text.trim() !== ''}
    >
      {!chosen && <WordingFields fields={fields} set={set} />}
      <KnownClaim chosen={chosen} onChoose={(claim) => set({ claimId: claim?.id ?? null })} />
    </FormFrame>
  )
}

function WordingFields({ fields, set }: { fields: ClaimWish; set: (change: Partial<ClaimWish>) => void }) {
  return (
    <>
      <TextArea
        aria-label="Wording"
        dir="auto"
        rows={3}
        value={fields.text}
        onChange={(event) => set({ text: event.target.value })}
      />
      <FieldRow label="Status">
        {(attributes) => (
          <Select
            {...attributes}
            value={fields.status}
            onChange={(event) => set({ status: event.target.value as ClaimStatus })}
          >
            {CLAIM_STATUSES.map((status) => (
              <option key={status}>{status}</option>
            ))}
          </Select>
        )}
      </FieldRow>
      <FieldRow label="Certainty">
        {(attributes) => (
          <Select
            {...attributes}
            value={fields.certainty ?? ''}
            onChange={(event) => set({ certainty: (event.target.value || null) as Certainty | null })}
          >
            <option value="">not said</option>
            {CERTAINTIES.map((certainty) => (
              <option key={certainty}>{certainty}</option>
            ))}
          </Select>
        )}
      </FieldRow>
    </>
  )
}

/** Finds a claim that is known already. */
function KnownClaim({
  chosen,
  onChoose,
}: {
  chosen: Claim | undefined
  onChoose: (claim: Claim | null) => void
}) {
  const { view } = useReadableNotebook()
  const [typed, setTyped] = useState(chosen?.fields.text ?? '')
  if (view.all('claim').length === 0) return null
  const found = chosen || typed.trim() === '' ? [] : (findRecords(view, typed, 6, ['claim']) as Claim[])
  return (
    <FieldRow label={chosen ? 'Known claim' : 'Or known'} hint={chosen ? 'This passage makes it too' : null}>
      {(attributes) => (
        <Completion
          {...attributes}
          value={typed}
          onChange={(text) => {
            setTyped(text)
            if (chosen) onChoose(null)
          }}
          placeholder="A claim made elsewhere"
          choosesFirst
          suggestions={found.map(({ id, fields }) => ({ key: id, label: fields.text, note: fields.status }))}
          onChoose={({ key }) => {
            const claim = found.find(({ id }) => id === key)
            if (!claim) return
            setTyped(claim.fields.text)
            onChoose(claim)
          }}
        />
      )}
    </FieldRow>
  )
}
