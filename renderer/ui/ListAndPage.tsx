import type { ReactNode } from 'react'
import styles from './ListAndPage.module.css'

interface ListAndPageProps {
  readonly title: string
  /** Names the list for screen readers, such as “All notes”. */
  readonly listLabel: string
  /** What narrows or adds to the list, beside its title. */
  readonly tools?: ReactNode
  readonly list: ReactNode
  /** The page of what was chosen. */
  readonly children: ReactNode
}

/** A list at the left and the page of what was chosen from it; both scroll on their own. */
export function ListAndPage({ title, listLabel, tools, list, children }: ListAndPageProps) {
  return (
    <section className={styles.frame} aria-label={title}>
      <aside className={styles.side} aria-label={listLabel} data-pane-part>
        <header className={styles.header}>
          <h1>{title}</h1>
          {tools}
        </header>
        {list}
      </aside>
      <div className={styles.page} data-pane-part>
        {children}
      </div>
    </section>
  )
}

interface MeasuredPageProps {
  readonly className?: string
  readonly children: ReactNode
}

/** A page no wider than one reads with ease. */
export function MeasuredPage({ className = '', children }: MeasuredPageProps) {
  return <article className={`${styles.measured} ${className}`}>{children}</article>
}
