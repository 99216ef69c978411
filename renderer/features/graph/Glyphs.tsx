import type { NodeKind } from '@shared/domain/kinds'
import styles from './Graph.module.css'
import { shapePath } from './node-shapes'
import type { EdgeStyle } from './scene'

/** The shape of a kind, as it is drawn in the graph. */
export function KindGlyph({ kind }: { readonly kind: NodeKind }) {
  return (
    <svg viewBox="0 0 16 16" className={`${styles.glyph} ${styles[kind]}`} aria-hidden="true">
      <path d={shapePath(kind)} />
    </svg>
  )
}

/** A piece of a link with its end, as it is drawn in the graph. */
export function EdgeGlyph({ edge }: { readonly edge: EdgeStyle }) {
  return (
    <svg viewBox="0 0 28 12" className={`${styles.edgeGlyph} ${styles[edge]}`} aria-hidden="true">
      <path d={edge === 'contradicts' ? 'M1 6H25M25 1V11' : 'M1 6H26M21 3L26 6L21 9'} />
    </svg>
  )
}
