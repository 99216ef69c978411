import { rangeOf } from '@renderer/anchoring/text-surface'
import { Highlighter, Link2, type LucideIcon, MessageSquareText, Quote, Scale, Tag } from 'lucide-react'
import { memo, type PointerEvent } from 'react'
import { useReader } from '../reader-context'
import { type PassageActions, usePassageActions } from '../use-passage-actions'
import { useWindowOf } from '../use-reading-page'
import { useSelectedSpan } from '../use-selected-span'
import styles from './Annotate.module.css'

interface Tool {
  readonly label: string
  readonly key: string
  readonly icon: LucideIcon
  readonly run: (actions: PassageActions) => void
}

const TOOLS: readonly Tool[] = [
  { label: 'Highlight', key: 'H', icon: Highlighter, run: (actions) => actions.highlight() },
  { label: 'Quote', key: 'Q', icon: Quote, run: (actions) => actions.begin('quote') },
  { label: 'Claim', key: 'C', icon: Scale, run: (actions) => actions.begin('claim') },
  { label: 'Comment', key: 'M', icon: MessageSquareText, run: (actions) => actions.begin('comment') },
  { label: 'Tag', key: 'T', icon: Tag, run: (actions) => actions.begin('tag') },
  { label: 'Link', key: 'L', icon: Link2, run: (actions) => actions.begin('link') },
]

const BAR_WIDTH = 228

/** A small bar at the end of the selection; pressing a button leaves the selection as it is. */
export const SelectionBar = memo(function SelectionBar() {
  const { page } = useReader()
  const actions = usePassageActions()
  const span = useSelectedSpan(page)
  useWindowOf(page)
  if (!span) return null
  const origin = page.surface.root.getBoundingClientRect()
  const end = rangeOf(page.surface, Math.max(span[0], span[1] - 1), span[1]).getBoundingClientRect()
  const left = Math.min(Math.max(0, end.right - origin.left - BAR_WIDTH / 2), origin.width - BAR_WIDTH)
  const keepSelection = (event: PointerEvent) => event.preventDefault()
  return (
    <div
      className={styles.bar}
      role="toolbar"
      aria-label="Selected passage"
      style={{ left: Math.max(0, left), top: end.bottom - origin.top + 8 }}
      onPointerDown={keepSelection}
      onMouseDown={(event) => event.preventDefault()}
    >
      {TOOLS.map(({ label, key, icon: Icon, run }) => (
        <button
          key={key}
          type="button"
          className={styles.tool}
          aria-label={label}
          aria-keyshortcuts={key}
          title={`${label} (${key})`}
          onClick={() => run(actions)}
        >
          <Icon size={16} aria-hidden="true" />
          <span aria-hidden="true" className={styles.key}>
            {key}
          </span>
        </button>
      ))}
    </div>
  )
})
