import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton'

interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** One sentence under the title. */
  readonly lead?: ReactNode
  readonly children: ReactNode
  /** Buttons, the main one last. */
  readonly actions?: ReactNode
  readonly width?: 'narrow' | 'medium' | 'wide'
}

const FIRST_FIELD = 'input:not([type="hidden"]), select, textarea'

/**
 * A window over the view for one piece of work: its first field has the focus, Escape leaves it, and the focus
 * returns where it was.
 */
export function Dialog({ open, onClose, title, lead, children, actions, width = 'medium' }: DialogProps) {
  const body = useRef<HTMLDivElement>(null)
  const firstField = () => body.current?.querySelector<HTMLElement>(FIRST_FIELD) ?? true
  return (
    <Base.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.scrim} />
        <Base.Popup className={`${styles.dialog} ${styles[width]}`} initialFocus={firstField}>
          <header className={styles.header}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <Base.Close render={<IconButton icon={X} label="Close" keys="Esc" />} />
          </header>
          {lead && <Base.Description className={styles.lead}>{lead}</Base.Description>}
          <div ref={body} className={styles.body}>
            {children}
          </div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
