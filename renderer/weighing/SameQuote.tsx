import { useNavigation } from '@renderer/navigation/navigation-store'
import { Button } from '@renderer/ui/Button'
import type { Id } from '@shared/base/ids'
import { describeSpread } from './describe-spread'
import styles from './SameQuote.module.css'
import { useQuoteClusters } from './use-quote-clusters'

/** In how many other articles a quote stands, and the way to the comparison; nothing where it stands alone. */
export function SameQuote({ quote }: { quote: Id }) {
  const open = useNavigation((state) => state.open)
  const cluster = useQuoteClusters().clusterOf(quote)
  if (!cluster) return null
  const { others, differs } = describeSpread(cluster, quote)
  return (
    <p className={styles.same}>
      <Button look="quiet" size="small" onClick={() => open({ view: 'sameQuotes', quote })}>
        Same quote in {others} other {others === 1 ? 'article' : 'articles'}
      </Button>
      {differs && <span className={styles.differs}>under different names</span>}
    </p>
  )
}
