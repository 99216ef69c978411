import { type ClusterableQuote, clusterQuotes } from '@shared/quotes/cluster-quotes'

self.onmessage = ({ data }: MessageEvent<readonly ClusterableQuote[]>) => {
  self.postMessage(clusterQuotes(data))
}
