import type { ComponentProps } from 'react'
import styles from './Button.module.css'

type Look = 'plain' | 'primary' | 'quiet' | 'danger'

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: Look
  readonly size?: 'small' | 'medium'
}

/** A button; one `primary` at most in a view. */
export function Button({ look = 'plain', size = 'medium', className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`${styles.button} ${styles[look]} ${styles[size]} ${className}`}
      {...rest}
    />
  )
}
