import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { EmptyState } from '@renderer/ui/EmptyState'
import { Select } from '@renderer/ui/Field'
import { ListAndPage } from '@renderer/ui/ListAndPage'
import { Pick, PickList } from '@renderer/ui/PickList'
import { type QuoteClusters, useQuoteClusters } from '@renderer/weighing/use-quote-clusters'
import type { QuoteCluster } from '@shared/quotes/cluster-quotes'
import { useState } from 'react'
import { ClusterPage } from './ClusterPage'
import { CLUSTER_LISTS, type ClusterListName } from './cluster-lists'
import styles from './SameQuotes.module.css'

function describeCluster({ members, differences }: QuoteCluster): string {
  const articles = new Set(members.map(({ articleId }) => articleId)).size
  const words = [`${articles} articles`]
  if (differences.some(({ attribution }) => attribution)) words.push('different names')
  if (differences.some(({ wording }) => wording === 'altered')) words.push('altered words')
  return words.join(' · ')
}

function ClusterList({
  clusters,
  current,
}: {
  clusters: readonly QuoteCluster[]
  current: QuoteCluster | undefined
}) {
  const open = useNavigation((state) => state.open)
  return (
    <PickList label="Quotes in several articles">
      {clusters.map((cluster) => (
        <Pick
          key={cluster.earliest.id}
          isCurrent={cluster === current}
          onPick={() => open({ view: 'sameQuotes', quote: cluster.earliest.id })}
        >
          <span className={styles.clipped} dir="auto">
            {cluster.earliest.text}
          </span>
          <span className={styles.about}>{describeCluster(cluster)}</span>
        </Pick>
      ))}
    </PickList>
  )
}

const WAITING: Readonly<Record<QuoteClusters['state'], string>> = {
  looking: 'Comparing the quotes of all articles …',
  failed: 'The quotes could not be compared. Close this tab and open it again to try once more.',
  found:
    'When the same words stand as quotes in several articles, they are laid side by side here: what was cut, left out or altered, and who is named as the speaker.',
}

/** The same quotes over articles, and one of them with its variants side by side. */
export function SameQuotesView({ route }: { readonly route: Extract<Route, { view: 'sameQuotes' }> }) {
  const { state, clusters, clusterOf } = useQuoteClusters()
  const [list, setList] = useState<ClusterListName>('all')
  const current = route.quote ? clusterOf(route.quote) : undefined
  if (clusters.length === 0)
    return (
      <EmptyState title="Same quote elsewhere">
        <span role="status">{WAITING[state]}</span>
      </EmptyState>
    )
  return (
    <ListAndPage
      title="Same quote elsewhere"
      listLabel="Quotes that stand in several articles"
      tools={
        <Select
          aria-label="Which quotes"
          value={list}
          onChange={(event) => setList(event.target.value as ClusterListName)}
        >
          {Object.entries(CLUSTER_LISTS).map(([name, { label, holds }]) => (
            <option key={name} value={name}>
              {label} ({clusters.filter(holds).length})
            </option>
          ))}
        </Select>
      }
      list={<ClusterList clusters={clusters.filter(CLUSTER_LISTS[list].holds)} current={current} />}
    >
      {current ? (
        <ClusterPage cluster={current} />
      ) : (
        <EmptyState heading="h2" title="Choose a quote">
          Its variants are laid side by side here, the earliest first.
        </EmptyState>
      )}
    </ListAndPage>
  )
}
