import type { QuoteCluster } from '@shared/quotes/cluster-quotes'

interface ClusterList {
  readonly label: string
  readonly holds: (cluster: QuoteCluster) => boolean
}

/** The visible list of what the clusters can be narrowed to. */
export const CLUSTER_LISTS = {
  all: { label: 'All', holds: () => true },
  attribution: {
    label: 'Under different names',
    holds: ({ differences }) => differences.some(({ attribution }) => attribution),
  },
  altered: {
    label: 'With altered words',
    holds: ({ differences }) => differences.some(({ wording }) => wording === 'altered'),
  },
} as const satisfies Record<string, ClusterList>

export type ClusterListName = keyof typeof CLUSTER_LISTS
