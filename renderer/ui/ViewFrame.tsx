import type { ReactNode } from 'react'
import styles from './ViewFrame.module.css'

interface ViewHeaderProps {
  readonly title: string
  /** A few words beside the title, such as a count. */
  readonly note?: ReactNode
  /** The view's few, named tools. */
  readonly tools?: ReactNode
}

/** A view's title and its tools, for views whose body scrolls in a way of its own. */
export function ViewHeader({ title, note, tools }: ViewHeaderProps) {
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{title}</h1>
      {note && <span className={styles.note}>{note}</span>}
      <div className={styles.tools}>{tools}</div>
    </header>
  )
}

interface ViewFrameProps extends ViewHeaderProps {
  readonly children: ReactNode
  /** Whether the body is one column of text in the middle, or takes the whole width. */
  readonly measured?: boolean
}

/** The frame of a view: its title, its tools, and a body that scrolls. */
export function ViewFrame({ title, note, tools, children, measured = false }: ViewFrameProps) {
  return (
    <section className={styles.frame} aria-label={title}>
      <ViewHeader title={title} note={note} tools={tools} />
      {/* A scrolling region must be reachable by keyboard. */}
      <section
        className={measured ? `${styles.body} ${styles.measured}` : styles.body}
        tabIndex={0}
        aria-label={`${title}, contents`}
      >
        {children}
      </section>
    </section>
  )
}
