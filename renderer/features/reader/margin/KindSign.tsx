import { Highlighter, type LucideIcon, MessageSquareText, Quote, Scale } from 'lucide-react'
import type { PassageKind } from '../shown-passages'
import styles from './Margin.module.css'

const SIGNS: Record<PassageKind, LucideIcon> = {
  highlight: Highlighter,
  comment: MessageSquareText,
  quote: Quote,
  claim: Scale,
}

/** A small picture of what kind of passage it is, in its colour: the two never have to be told apart by colour alone. */
export function KindSign({ kind }: { kind: PassageKind }) {
  const Sign = SIGNS[kind]
  return <Sign size={13} aria-hidden="true" className={styles.sign} />
}
