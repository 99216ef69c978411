import type { ComparedPiece } from '@shared/anchoring/compare-passages'
import type { ReactNode } from 'react'
import styles from './RepairInbox.module.css'

/** Characters shown before and after a passage. */
const AROUND = 160

function before(text: string, start: number): string {
  const piece = text.slice(Math.max(0, start - AROUND), start)
  return start > AROUND ? `… ${piece.slice(piece.indexOf(' ') + 1)}` : piece
}

function after(text: string, end: number): string {
  const piece = text.slice(end, end + AROUND)
  return end + AROUND < text.length ? `${piece.slice(0, Math.max(0, piece.lastIndexOf(' ')))} …` : piece
}

interface ContextProps {
  /** Null while it is not read; then the fallback stands for it. */
  readonly text: string | null
  readonly span: readonly [start: number, end: number]
  readonly fallback?: readonly [prefix: string, suffix: string]
  readonly children: ReactNode
}

/** A passage with what stands around it. */
export function Context({ text, span: [start, end], fallback = ['', ''], children }: ContextProps) {
  const [prefix, suffix] = text === null || start < 0 ? fallback : [before(text, start), after(text, end)]
  return (
    <p className={styles.context} dir="auto">
      {prefix}
      {children}
      {suffix}
    </p>
  )
}

/** A passage with the words marked that the other one does not have. */
export function Pieces({ pieces }: { pieces: readonly ComparedPiece[] }) {
  let at = 0
  return pieces.map(({ text, isShared }) => {
    const key = at
    at += text.length
    return isShared ? (
      <span key={key}>{text}</span>
    ) : (
      <ins key={key} className={styles.changed}>
        {text}
      </ins>
    )
  })
}
