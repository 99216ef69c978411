import { announce } from '@renderer/navigation/tasks'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { TextInput } from '@renderer/ui/Field'
import { addEvidence, type Bearing } from '@renderer/workflows/add-evidence'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Claim } from '@shared/domain/claim'
import { describeKind, describeRecord } from '@shared/notebook/describe'
import { findRecords } from '@shared/notebook/find-records'
import { useState } from 'react'
import styles from './Claims.module.css'

const FOUND = 8

/** Searches the notebook for evidence without leaving the claim. */
export function AddEvidence({ claim }: { claim: Claim }) {
  const view = useNotebookView()
  const add = useWorkflow(addEvidence)
  const [words, setWords] = useState('')
  const found = words.trim()
    ? findRecords(view, words, FOUND + 1, ['quote', 'annotation', 'claim', 'article']).filter(
        ({ id }) => id !== claim.id,
      )
    : []
  const take = async (id: string, bearing: Bearing) => {
    const outcome = await add(claim.id, id, bearing)
    announce(outcome.ok ? 'Evidence added.' : outcome.error.message)
    setWords('')
  }
  return (
    <section className={styles.add} aria-label="Add evidence">
      <TextInput
        type="search"
        aria-label="Search passages, quotes, claims and articles for evidence"
        placeholder="Add evidence: search passages, quotes, claims, articles"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {found.slice(0, FOUND).map((record) => (
        <div key={record.id} className={styles.found}>
          <span className={styles.foundWords} dir="auto">
            {describeRecord(view, record)} <span className={styles.origin}>{describeKind(record)}</span>
          </span>
          <Button size="small" onClick={() => void take(record.id, 'supports')}>
            For
          </Button>
          <Button size="small" onClick={() => void take(record.id, 'contradicts')}>
            Against
          </Button>
          <Button size="small" onClick={() => void take(record.id, 'qualifies')}>
            Limits
          </Button>
        </div>
      ))}
      {words.trim() && found.length === 0 && (
        <p className={styles.none}>Nothing found. Mark the passage in its article first.</p>
      )}
    </section>
  )
}
