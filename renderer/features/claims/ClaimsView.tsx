import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { useAll, useNotebookView } from '@renderer/storage/queries/notebook-view'
import { EmptyState } from '@renderer/ui/EmptyState'
import { Select } from '@renderer/ui/Field'
import { ListAndPage } from '@renderer/ui/ListAndPage'
import { Pick, PickList } from '@renderer/ui/PickList'
import { StatusMark } from '@renderer/weighing/StatusMark'
import { useState } from 'react'
import { ClaimPage } from './ClaimPage'
import styles from './Claims.module.css'
import { CLAIM_LISTS, type ClaimListName } from './claim-lists'

function WhichClaims({ list, choose }: { list: ClaimListName; choose: (list: ClaimListName) => void }) {
  const view = useNotebookView()
  return (
    <Select
      aria-label="Which claims"
      value={list}
      onChange={(event) => choose(event.target.value as ClaimListName)}
    >
      {Object.entries(CLAIM_LISTS).map(([name, { label, claimsOf }]) => (
        <option key={name} value={name}>
          {label} ({claimsOf(view).length})
        </option>
      ))}
    </Select>
  )
}

function ClaimList({ list, current }: { list: ClaimListName; current: string | undefined }) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const { label, claimsOf } = CLAIM_LISTS[list]
  return (
    <PickList label={label}>
      {claimsOf(view).map((claim) => (
        <Pick
          key={claim.id}
          isCurrent={claim.id === current}
          onPick={() => open({ view: 'claims', id: claim.id })}
        >
          <span className={styles.item}>
            <StatusMark status={claim.fields.status} />
            <span className={styles.wording} dir="auto">
              {claim.fields.text}
            </span>
          </span>
        </Pick>
      ))}
    </PickList>
  )
}

/** The claims of the notebook, and the page of one of them. */
export function ClaimsView({ route }: { readonly route: Extract<Route, { view: 'claims' }> }) {
  const view = useNotebookView()
  const claims = useAll('claim')
  const [list, setList] = useState<ClaimListName>('all')
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
    <ListAndPage
      title="Claims"
      listLabel="All claims"
      tools={<WhichClaims list={list} choose={setList} />}
      list={<ClaimList list={list} current={claim?.id} />}
    >
      {claim ? (
        <ClaimPage key={claim.id} claim={claim} />
      ) : (
        <EmptyState heading="h2" title="Choose a claim">
          What speaks for and against it is shown here.
        </EmptyState>
      )}
    </ListAndPage>
  )
}
