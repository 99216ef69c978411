import { Button } from '@renderer/ui/Button'
import type { KeyboardEvent, ReactNode } from 'react'
import styles from './Annotate.module.css'

interface FormFrameProps {
  readonly label: string
  readonly save: () => void
  readonly cancel: () => void
  readonly canSave?: boolean
  readonly children: ReactNode
}

/** A small form: Enter saves from any field, Shift and Enter break a line, Escape leaves. */
export function FormFrame({ label, save, cancel, canSave = true, children }: FormFrameProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault()
      cancel()
    }
    if (event.key !== 'Enter' || event.shiftKey || event.defaultPrevented || event.nativeEvent.isComposing)
      return
    if (event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    if (canSave) save()
  }
  return (
    <form
      className={styles.form}
      aria-label={label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        if (canSave) save()
      }}
    >
      {children}
      <div className={styles.formActions}>
        <Button look="quiet" size="small" onClick={cancel}>
          Leave
        </Button>
        <Button look="primary" size="small" type="submit" disabled={!canSave}>
          Save
        </Button>
      </div>
    </form>
  )
}
