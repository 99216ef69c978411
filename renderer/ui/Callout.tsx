import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Callout.module.css'

type Tone = 'info' | 'warning' | 'danger'

const ICONS: Record<Tone, LucideIcon> = { info: Info, warning: TriangleAlert, danger: CircleAlert }

/** A sentence that stands where the matter arose: what is the case and what to do. Errors are read aloud at once. */
export function Callout({
  tone,
  children,
  actions,
}: {
  tone: Tone
  children: ReactNode
  actions?: ReactNode
}) {
  const Icon = ICONS[tone]
  return (
    <div className={`${styles.callout} ${styles[tone]}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden="true" className={styles.icon} />
      <div className={styles.text}>{children}</div>
      {actions}
    </div>
  )
}
