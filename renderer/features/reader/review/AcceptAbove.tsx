import { useLocal } from '@renderer/storage/queries/local'
import { Button } from '@renderer/ui/Button'
import { Select } from '@renderer/ui/Field'
import { Keys } from '@renderer/ui/Keys'
import type { QuoteSuggestion } from '@shared/quotes/suggestions'
import styles from './Review.module.css'
import { useReviewing } from './review-context'

const LEAST = [0.98, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5] as const

/** The quotes that are at least as sure as was chosen. */
export function useSureQuotes(): {
  readonly least: number
  readonly setLeast: (least: number) => void
  readonly quotes: readonly QuoteSuggestion[]
} {
  const { waiting } = useReviewing()
  const [least, setLeast] = useLocal<number>('accept-above', 0.9)
  return { least, setLeast, quotes: waiting.quotes.filter(({ confidence }) => confidence >= least) }
}

/** Accepts at once what is sure enough, and says beforehand how many that will be. */
export function AcceptAbove() {
  const { acceptAll } = useReviewing()
  const { least, setLeast, quotes } = useSureQuotes()
  return (
    <span className={styles.above}>
      <Button size="small" disabled={quotes.length === 0} onClick={() => acceptAll(quotes)}>
        Accept {quotes.length} <Keys keys="Shift+A" />
      </Button>
      <Select
        aria-label="How sure a quote must be to be accepted with the others"
        className={styles.least}
        value={least}
        onChange={(event) => setLeast(Number(event.target.value))}
      >
        {LEAST.map((share) => (
          <option key={share} value={share}>
            {Math.round(share * 100)} % sure or more
          </option>
        ))}
      </Select>
    </span>
  )
}
