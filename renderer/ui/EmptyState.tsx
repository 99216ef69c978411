import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

interface EmptyStateProps {
  readonly title: string
  /** What the place is for and the first step, in a sentence or two. */
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** `h2` where the view has a heading of its own. */
  readonly heading?: 'h1' | 'h2'
}

/** What a view shows while it has nothing to show. */
export function EmptyState({ title, children, actions, heading: Heading = 'h1' }: EmptyStateProps) {
  return (
    <section className={styles.empty}>
      <Heading className={styles.title}>{title}</Heading>
      <div className={styles.text}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  )
}
