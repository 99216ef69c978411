import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import styles from './Button.module.css'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon
  /** Read aloud and shown as a hint. */
  readonly label: string
  /** Keys to show in the hint. */
  readonly keys?: string
  readonly pressed?: boolean
}

/** A button that is a picture; its label is always there for screen readers and as a hint. */
export function IconButton({ icon: Icon, label, keys, pressed, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      className={`${styles.button} ${styles.quiet} ${styles.icon} ${className}`}
      {...rest}
    >
      <Icon size={16} aria-hidden="true" />
    </button>
  )
}
