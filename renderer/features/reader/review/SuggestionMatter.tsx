import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { hueOf } from '@shared/domain/hue-of'
import { findEntityNamed } from '@shared/notebook/find-entity'
import type { QuoteSuggestion } from '@shared/quotes/suggestions'
import { isDoubtful, isQuoteSuggestion, type Suggested, surenessOf } from '@shared/quotes/waiting-suggestions'
import type { CSSProperties } from 'react'
import { useReader } from '../reader-context'
import styles from './Review.module.css'

const KINDS = { direct: 'Direct quote', indirect: 'Indirect quote', mixed: 'Partly quoted' } as const

const percent = (share: number) => `${Math.round(share * 100)} %`

/** Who is taken for the speaker, and whether the notebook knows them. */
function Speaker({ quote }: { quote: QuoteSuggestion }) {
  const view = useNotebookView()
  if (!quote.speaker) return <span className={styles.faint}>Nobody named</span>
  const known = findEntityNamed(view, quote.speaker)
  const role = known?.fields.role ?? quote.speakerRole
  return (
    <>
      <strong
        className={styles.speaker}
        style={known ? ({ '--hue': `var(--hue-${hueOf(known.id)})` } as CSSProperties) : undefined}
        data-known={known !== undefined}
        dir="auto"
      >
        {known?.fields.name ?? quote.speaker}
      </strong>
      {role && <span className={styles.faint}>{role}</span>}
      {!known && <span className={styles.fresh}>new to the notebook</span>}
    </>
  )
}

/** What is suggested, how sure that is, and why. */
export function SuggestionMatter({ suggestion }: { suggestion: Suggested }) {
  const { page } = useReader()
  const isQuote = isQuoteSuggestion(suggestion)
  const spans = isQuote ? suggestion.spans : [suggestion.span]
  return (
    <div className={styles.matter} aria-live="polite" aria-atomic="true">
      <p className={styles.who}>
        <span className={styles.kind}>{isQuote ? KINDS[suggestion.kind] : 'Worth checking'}</span>
        {isQuote && <Speaker quote={suggestion} />}
        <span className={isDoubtful(suggestion) ? styles.doubtful : styles.sure}>
          {isQuote ? `${percent(surenessOf(suggestion))} sure` : `weight ${percent(surenessOf(suggestion))}`}
        </span>
      </p>
      <p className="visually-hidden">{spans.map((span) => page.surface.text.slice(...span)).join(' … ')}</p>
      <p className={styles.reason}>{suggestion.reason}</p>
    </div>
  )
}
