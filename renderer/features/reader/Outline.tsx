import type { ReadingPage } from '@renderer/anchoring/reading-page'
import { IconButton } from '@renderer/ui/IconButton'
import { type Block, blockOffsets } from '@shared/domain/block'
import { X } from 'lucide-react'
import { useMemo } from 'react'
import styles from './Reader.module.css'

interface Heading {
  readonly text: string
  readonly level: number
  readonly offset: number
}

/** The headings of a text with their offsets, levels counted from the highest that occurs. */
export function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  const offsets = blockOffsets(blocks)
  const headings = blocks.flatMap(({ type, text, level = 1 }, index) =>
    type === 'heading' && text.trim() ? [{ text, level, offset: offsets[index] ?? 0 }] : [],
  )
  const highest = Math.min(...headings.map(({ level }) => level))
  return headings.map((heading) => ({ ...heading, level: heading.level - highest }))
}

interface OutlineProps {
  readonly blocks: readonly Block[]
  readonly page: ReadingPage | null
  readonly onClose: () => void
}

/** The headings beside the text; choosing one goes there. */
export function Outline({ blocks, page, onClose }: OutlineProps) {
  const headings = useMemo(() => headingsOf(blocks), [blocks])
  const go = (offset: number) => {
    page?.reveal(offset, 0.05)
    page?.surface.root.focus({ preventScroll: true })
  }
  return (
    <nav className={styles.outline} aria-label="Outline" data-pane-part>
      <div className={styles.outlineHead}>
        <h2>Outline</h2>
        <IconButton icon={X} label="Close outline" onClick={onClose} />
      </div>
      {headings.length === 0 && <p className={styles.quiet}>This text has no headings.</p>}
      <ul>
        {headings.map(({ text, level, offset }) => (
          <li key={offset} data-level={Math.min(level, 4)}>
            <button type="button" className={styles.heading} onClick={() => go(offset)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
