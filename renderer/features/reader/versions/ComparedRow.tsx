import type { VersionDifference, WordDifference } from '@shared/anchoring/compare-versions'
import { memo, type ReactNode } from 'react'
import styles from './Versions.module.css'

export const NAMES = {
  same: 'The same',
  changed: 'Changed',
  added: 'Added',
  removed: 'Removed',
  moved: 'Moved',
} as const

interface SideProps {
  readonly row: VersionDifference
  readonly text: string
  readonly side: 'old' | 'new'
}

/** One side of a row, with the words marked that only this version has. */
function Side({ row, text, side }: SideProps) {
  const span = row[side]
  if (!span) return <div />
  const own = (row.words ?? []).filter((word: WordDifference) => word.kind !== 'same' && word[side])
  const Mark = side === 'old' ? 'del' : 'ins'
  const pieces: ReactNode[] = []
  let at = span[0]
  for (const word of own) {
    const [start, end] = word[side] as [number, number]
    if (start > at) pieces.push(text.slice(at, start))
    pieces.push(<Mark key={start}>{text.slice(start, end)}</Mark>)
    at = end
  }
  pieces.push(text.slice(at, span[1]))
  const isWhole = row.kind === 'added' || row.kind === 'removed'
  return <p dir="auto">{isWhole ? <Mark>{pieces}</Mark> : pieces}</p>
}

interface ComparedRowProps {
  readonly row: VersionDifference
  readonly oldText: string
  readonly newText: string
  readonly isCurrent: boolean
}

/** A block of both versions side by side; the row one is at has a mark at its edge. */
export const ComparedRow = memo(function ComparedRow({ row, oldText, newText, isCurrent }: ComparedRowProps) {
  return (
    <div className={styles.pair} data-kind={row.kind} {...(isCurrent ? { 'aria-current': true } : {})}>
      {row.kind !== 'same' && <span className={styles.kind}>{NAMES[row.kind]}</span>}
      <Side row={row} text={oldText} side="old" />
      <Side row={row} text={newText} side="new" />
    </div>
  )
})
