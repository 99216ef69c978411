import type { Id } from '@shared/base/ids'
import { createContext, useContext } from 'react'
import styles from './Editor.module.css'

/** What the editor needs to know of the notebook to show references; given by the feature that uses it. */
export interface ReferenceSource {
  /** What the record is called now, or null when it is gone. */
  readonly describe: (
    target: Id,
  ) => { readonly title: string; readonly kind: string; readonly isQuote: boolean } | null
  /** Records whose names match what was typed after `@`. */
  readonly suggest: (
    query: string,
  ) => readonly { readonly id: Id; readonly title: string; readonly kind: string }[]
  readonly open: (target: Id) => void
}

export const ReferenceContext = createContext<ReferenceSource | null>(null)

/** A reference as it stands in the text: one click leads to what it names. */
export function ReferenceChip({ target, text }: { target: Id; text: string }) {
  const source = useContext(ReferenceContext)
  const now = source?.describe(target) ?? null
  const title = now?.title ?? text
  return (
    <button
      type="button"
      className={styles.reference}
      data-gone={now === null}
      data-quote={now?.isQuote ?? false}
      title={now ? `${now.kind}: open` : 'No longer in the notebook'}
      onClick={() => source?.open(target)}
    >
      {now?.isQuote ? `“${title}”` : title}
    </button>
  )
}
