import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './Field.module.css'

interface FieldProps {
  readonly label: string
  readonly hint?: string
  /** Shown under the control in words; the control is marked as wrong. */
  readonly error?: string | null
  readonly children: (attributes: {
    id: string
    'aria-describedby'?: string
    'aria-invalid'?: true
  }) => ReactNode
}

/** A control with its label, a hint and, where it arose, its error. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const described = error || hint ? { 'aria-describedby': `${id}-note` } : {}
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({ id, ...described, ...(error ? { 'aria-invalid': true as const } : {}) })}
      {(error || hint) && (
        <p id={`${id}-note`} className={error ? styles.error : styles.hint}>
          {error || hint}
        </p>
      )}
    </div>
  )
}

/** A line of text to type; it runs in the direction of what is typed. */
export function TextInput({ className = '', ...rest }: ComponentProps<'input'>) {
  return (
    <input type="text" dir="auto" autoComplete="off" className={`${styles.input} ${className}`} {...rest} />
  )
}

/** Several lines of text to type; grows with what is typed and runs in its direction. */
export function TextArea({ className = '', ...rest }: ComponentProps<'textarea'>) {
  return <textarea dir="auto" className={`${styles.input} ${styles.area} ${className}`} {...rest} />
}

/** One of a few choices. */
export function Select({ className = '', ...rest }: ComponentProps<'select'>) {
  return <select className={`${styles.input} ${styles.select} ${className}`} {...rest} />
}
