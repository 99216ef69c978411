import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { useAll, useNotebookView } from '@renderer/storage/queries/notebook-view'
import { EmptyState } from '@renderer/ui/EmptyState'
import { Select } from '@renderer/ui/Field'
import { useState } from 'react'
import { ClaimPage } from './ClaimPage'
import styles from './Claims.module.css'
import { CLAIM_LISTS, type ClaimListName } from './claim-lists'
import { StatusMark } from './StatusMark'

function ClaimList({ current }: { current: string | undefined }) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const [list, setList] = useState<ClaimListName>('all')
  const shown = CLAIM_LISTS[list].claimsOf(view)
  return (
    <>
      <header className={styles.sideHeader}>
        <h1>Claims</h1>
        <Select
          aria-label="Which claims"
          value={list}
          onChange={(event) => setList(event.target.value as ClaimListName)}
        >
          {Object.entries(CLAIM_LISTS).map(([name, { label, claimsOf }]) => (
            <option key={name} value={name}>
              {label} ({claimsOf(view).length})
            </option>
          ))}
        </Select>
      </header>
      <ul className={styles.list} aria-label={CLAIM_LISTS[list].label}>
        {shown.map((claim) => (
          <li key={claim.id}>
            <button
              type="button"
              className={styles.item}
              aria-current={claim.id === current ? 'true' : undefined}
              onClick={() => open({ view: 'claims', id: claim.id })}
            >
              <StatusMark status={claim.fields.status} />
              <span className={styles.wording} dir="auto">
                {claim.fields.text}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className={styles.none}>None.</p>}
    </>
  )
}

/** The claims of the notebook, and the page of one of them. */
export function ClaimsView({ route }: { readonly route: Extract<Route, { view: 'claims' }> }) {
  const view = useNotebookView()
  const claims = useAll('claim')
  const claim = route.id ? view.find('claim', route.id) : undefined
  if (claims.length === 0) {
    return (
      <EmptyState title="Claims">
        A claim is a statement that can be true or false. Select one in an article and press C; here you weigh
        what speaks for and against it.
      </EmptyState>
    )
  }
  return (
    <section className={styles.claims} aria-label="Claims">
      <aside className={styles.side} aria-label="All claims" data-pane-part>
        <ClaimList current={claim?.id} />
      </aside>
      <div className={styles.page} data-pane-part>
        {claim ? (
          <ClaimPage key={claim.id} claim={claim} />
        ) : (
          <EmptyState heading="h2" title="Choose a claim">
            What speaks for and against it is shown here.
          </EmptyState>
        )}
      </div>
    </section>
  )
}
