import type { ClusterableQuote, QuoteCluster } from '@shared/quotes/cluster-quotes'
import { askOnce } from './ask-once'

/** Finds the same quotes in several articles without holding up the page. */
export function clusterInWorker(quotes: readonly ClusterableQuote[]): Promise<readonly QuoteCluster[]> {
  if (quotes.length < 2) return Promise.resolve([])
  const worker = new Worker(new URL('./cluster.worker.ts', import.meta.url), { type: 'module' })
  return askOnce(worker, quotes, 'Comparing quotes has stopped.')
}
