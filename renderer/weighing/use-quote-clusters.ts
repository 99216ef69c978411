import { useAll } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { clusterInWorker } from '@renderer/workers/cluster-in-worker'
import type { Id } from '@shared/base/ids'
import { quotesToCompare } from '@shared/graph/same-quotes'
import type { NotebookView } from '@shared/notebook/notebook-view'
import type { QuoteCluster } from '@shared/quotes/cluster-quotes'
import { useEffect, useState } from 'react'

/** How the comparison of all quotes stands; earlier clusters are shown until newer ones are there. */
export interface QuoteClusters {
  readonly state: 'looking' | 'found' | 'failed'
  readonly clusters: readonly QuoteCluster[]
  readonly clusterOf: (quote: Id) => QuoteCluster | undefined
}

/** How long quotes must rest before they are compared again, in milliseconds. */
const REST = 250

const LOOKING: QuoteClusters = { state: 'looking', clusters: [], clusterOf: () => undefined }

interface Comparison {
  /** Lists that stay the same objects until something in them changes. */
  readonly basis: readonly unknown[]
  readonly outcome: Promise<QuoteClusters>
}

/** One comparison for all who show its outcome. */
const comparisons = new WeakMap<NotebookView, Comparison>()

function indexClusters(clusters: readonly QuoteCluster[]): QuoteClusters {
  const byQuote = new Map(
    clusters.flatMap((cluster) => cluster.members.map(({ id }) => [id, cluster] as const)),
  )
  return { state: 'found', clusters, clusterOf: (quote) => byQuote.get(quote) }
}

function compare(view: NotebookView, basis: readonly unknown[]): Promise<QuoteClusters> {
  const earlier = comparisons.get(view)
  if (earlier?.basis.every((part, index) => part === basis[index])) return earlier.outcome
  const outcome = clusterInWorker(quotesToCompare(view)).then(indexClusters, (): QuoteClusters => {
    comparisons.delete(view)
    return { ...LOOKING, state: 'failed' }
  })
  comparisons.set(view, { basis, outcome })
  return outcome
}

/** The same quotes over articles, compared in a worker and again when quotes, people or articles change. */
export function useQuoteClusters(): QuoteClusters {
  const { view } = useReadableNotebook()
  const quotes = useAll('quote')
  const entities = useAll('entity')
  const articles = useAll('article')
  const [found, setFound] = useState(LOOKING)
  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(() => {
      void compare(view, [quotes, entities, articles]).then((outcome) => isWanted && setFound(outcome))
    }, REST)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [view, quotes, entities, articles])
  return found
}
