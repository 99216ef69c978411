import { type ReactNode, useId } from 'react'
import styles from './FieldRow.module.css'

interface FieldRowProps {
  readonly label: string
  /** A few words under the control that say what will happen. */
  readonly hint?: string | null
  readonly children: (attributes: { id: string; 'aria-describedby'?: string }) => ReactNode
}

/** A control with its label beside it, on one line of a small form. */
export function FieldRow({ label, hint, children }: FieldRowProps) {
  const id = useId()
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.control}>
        {children({ id, ...(hint ? { 'aria-describedby': `${id}-hint` } : {}) })}
        {hint && (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
