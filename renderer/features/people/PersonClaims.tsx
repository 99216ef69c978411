import { useNavigation } from '@renderer/navigation/navigation-store'
import { routeOf } from '@renderer/navigation/route-of'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { StatusMark } from '@renderer/weighing/StatusMark'
import type { Claim } from '@shared/domain/claim'
import type { Entity } from '@shared/domain/entity'
import { claimsMadeBy, contradictorsOf } from '@shared/notebook/claims-made'
import { describeRecord } from '@shared/notebook/describe'
import styles from './People.module.css'

function ClaimRow({ claim }: { claim: Claim }) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const against = contradictorsOf(view, claim.id).flatMap((id) => view.get(id) ?? [])
  return (
    <li className={styles.made}>
      <StatusMark status={claim.fields.status} />
      <div>
        <button
          type="button"
          className={styles.words}
          dir="auto"
          onClick={() => open({ view: 'claims', id: claim.id })}
        >
          {claim.fields.text}
        </button>
        {against.map((record) => {
          const route = routeOf(view, record.id)
          return (
            <p key={record.id} className={styles.where}>
              contradicted by{' '}
              <button type="button" className={styles.against} onClick={() => route && open(route)}>
                {describeRecord(view, record)}
              </button>
            </p>
          )
        })}
      </div>
    </li>
  )
}

/** The claims somebody's words make, with what contradicts them. */
export function PersonClaims({ entity }: { entity: Entity }) {
  const view = useNotebookView()
  const claims = claimsMadeBy(view, entity.id)
  if (claims.length === 0) return null
  return (
    <section aria-label={`Claims made by ${entity.fields.name}`}>
      <header className={styles.saidHeader}>
        <h3>
          {claims.length} {claims.length === 1 ? 'claim' : 'claims'} made
        </h3>
      </header>
      <ul>
        {claims.map((claim) => (
          <ClaimRow key={claim.id} claim={claim} />
        ))}
      </ul>
    </section>
  )
}
