import type { KeyboardEvent, ReactNode } from 'react'
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

/** Up and down walk the entries; Tab goes past them. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const entries = [...event.currentTarget.querySelectorAll('button')]
  const next = entries[entries.indexOf(event.target as HTMLButtonElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

interface PickListProps {
  readonly label: string
  /** Said instead of the list while it is empty. */
  readonly nothing?: string
  readonly children: readonly ReactNode[]
}

/** The entries to choose from. */
export function PickList({ label, nothing = 'None.', children }: PickListProps) {
  if (children.length === 0) return <p className={styles.nothing}>{nothing}</p>
  return (
    <ul className={styles.list} aria-label={label} onKeyDown={walk}>
      {children}
    </ul>
  )
}

interface PickProps {
  readonly isCurrent: boolean
  readonly onPick: () => void
  readonly children: ReactNode
}

/** One entry of the list. */
export function Pick({ isCurrent, onPick, children }: PickProps) {
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={onPick}
      >
        {children}
      </button>
    </li>
  )
}
