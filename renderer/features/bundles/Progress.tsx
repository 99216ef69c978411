import { Button } from '@renderer/ui/Button'
import styles from './Bundles.module.css'
import type { Work } from './use-work'

/** How far long work is, with a way to stop it. `expected` stands for the total while that is unknown, and is never quite reached. */
export function Progress({ label, work, expected = 0 }: { label: string; work: Work; expected?: number }) {
  const { done, total, stop } = work
  const share = total > 0 ? done / total : expected > 0 ? Math.min(0.95, done / expected) : 0
  return (
    <div className={styles.progress} role="status">
      <span>
        {label}
        {share > 0 && `, ${Math.round(share * 100)} %`}
      </span>
      <progress aria-label={label} max={1} {...(share > 0 ? { value: share } : {})} />
      <Button size="small" onClick={stop}>
        Stop
      </Button>
    </div>
  )
}
