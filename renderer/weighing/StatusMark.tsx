import type { ClaimStatus } from '@shared/domain/claim'
import { CircleCheck, CircleDashed, CircleX, type LucideIcon, Scale } from 'lucide-react'
import styles from './StatusMark.module.css'

const LOOKS: Readonly<Record<ClaimStatus, { icon: LucideIcon; label: string }>> = {
  unverified: { icon: CircleDashed, label: 'Unverified' },
  supported: { icon: CircleCheck, label: 'Supported' },
  disputed: { icon: Scale, label: 'Disputed' },
  refuted: { icon: CircleX, label: 'Refuted' },
}

/** A claim's status as picture and word, told apart by more than colour. */
export function StatusMark({ status, withWord = false }: { status: ClaimStatus; withWord?: boolean }) {
  const { icon: Icon, label } = LOOKS[status]
  return (
    <span className={`${styles.status} ${styles[status]}`}>
      <Icon size={15} aria-hidden="true" />
      <span className={withWord ? undefined : 'visually-hidden'}>{label}</span>
    </span>
  )
}
