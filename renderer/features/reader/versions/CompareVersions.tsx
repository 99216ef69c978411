import { useCommands } from '@renderer/navigation/commands'
import { useIndex } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Callout } from '@renderer/ui/Callout'
import { Select } from '@renderer/ui/Field'
import { IconButton } from '@renderer/ui/IconButton'
import type { VersionDifference } from '@shared/anchoring/compare-versions'
import type { Id } from '@shared/base/ids'
import type { Article } from '@shared/domain/article'
import type { Version } from '@shared/domain/version'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { ComparedRow, NAMES } from './ComparedRow'
import { describeVersion } from './describe-version'
import { type Compared, useComparison, useShownCount } from './use-comparison'
import styles from './Versions.module.css'

interface CompareProps {
  readonly article: Article
  readonly versionId: Id
  readonly onClose: () => void
}

/** The version that is read and another one, the older first: by default the one it was made from. */
function usePair(articleId: Id, versionId: Id) {
  const versions = useIndex('versionsByArticle', articleId)
  const shown = versions.find(({ id }) => id === versionId)
  const others = versions.filter(({ id }) => id !== versionId)
  const basis = others.find(({ id }) => id === shown?.fields.basedOn) ?? others.at(-1)
  const [otherId, setOther] = useState(basis?.id ?? versionId)
  const other = versions.find(({ id }) => id === otherId)
  const isShownOlder =
    shown && other && Date.parse(shown.fields.capturedTime) < Date.parse(other.fields.capturedTime)
  const pair = isShownOlder ? [shown, other] : [other, shown]
  return { others, otherId, setOther, older: pair[0], newer: pair[1] }
}

function describeState(differing: readonly VersionDifference[], current: number): string {
  if (differing.length === 0) return 'The words are the same.'
  const row = differing[current]
  if (row) return `${current + 1} of ${differing.length}: ${NAMES[row.kind].toLowerCase()}`
  return `${differing.length} ${differing.length === 1 ? 'block differs' : 'blocks differ'}`
}

const titleOf = (version: Version | undefined): string => (version ? describeVersion(version) : '')

/** Walks the rows that differ, round and round, and brings the one that is meant into sight. */
function useChanges(compared: Compared, showsAll: boolean, scroller: RefObject<HTMLElement | null>) {
  const [current, setCurrent] = useState(-1)
  const differing = useMemo(
    () => (compared && typeof compared === 'object' ? compared.rows.filter(isDifferent) : NO_ROWS),
    [compared],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another comparison begins at its top.
  useEffect(() => setCurrent(-1), [compared])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row stands elsewhere when all are shown.
  useEffect(() => {
    if (current >= 0) scroller.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' })
  }, [scroller, current, showsAll])
  const count = differing.length
  const step = (by: 1 | -1) =>
    setCurrent((now) => (count === 0 ? -1 : now < 0 && by < 0 ? count - 1 : (now + by + count) % count))
  return { differing, current, row: differing[current], step }
}

/** Two versions side by side, blocks that changed marked word by word; J and K walk them, Escape leaves. */
export function CompareVersions({ article, versionId, onClose }: CompareProps) {
  const { others, otherId, setOther, older, newer } = usePair(article.id, versionId)
  const [showsAll, setShowsAll] = useState(false)
  const scroller = useRef<HTMLElement>(null)
  const compared = useComparison(older?.id ?? versionId, newer?.id ?? versionId)
  const texts = compared && typeof compared === 'object' ? compared : null
  const { differing, current, row, step } = useChanges(compared, showsAll, scroller)
  const shown = showsAll ? (texts?.rows ?? NO_ROWS) : differing
  const count = useShownCount(compared, shown.length, row ? shown.indexOf(row) : -1)
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [])
  useCommands([
    { id: 'compare.next', title: 'Next change', keys: 'j', group: 'View', run: () => step(1) },
    { id: 'compare.previous', title: 'Previous change', keys: 'k', group: 'View', run: () => step(-1) },
    { id: 'compare.close', title: 'Close the comparison', keys: 'Escape', group: 'View', run: onClose },
  ])
  return (
    <div className={styles.correct}>
      <div className={styles.bar}>
        <Select
          aria-label="Compare with"
          className={styles.other}
          value={otherId}
          onChange={({ target: { value } }) => setOther(value)}
        >
          {others.map((version) => (
            <option key={version.id} value={version.id}>
              {describeVersion(version)}
            </option>
          ))}
        </Select>
        <IconButton icon={ChevronUp} label="Previous change" keys="K" onClick={() => step(-1)} />
        <IconButton icon={ChevronDown} label="Next change" keys="J" onClick={() => step(1)} />
        <p role="status">{compared === null ? 'Comparing …' : texts && describeState(differing, current)}</p>
        <Button look="quiet" size="small" aria-pressed={showsAll} onClick={() => setShowsAll(!showsAll)}>
          The whole text
        </Button>
        <Button size="small" title="Close (Esc)" onClick={onClose}>
          Close
        </Button>
      </div>
      {typeof compared === 'string' && <Callout tone="danger">{compared}</Callout>}
      <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label="Both versions">
        <div className={`${styles.pair} ${styles.pairHead}`}>
          <h2>{titleOf(older)}</h2>
          <h2>{titleOf(newer)}</h2>
        </div>
        {texts &&
          shown
            .slice(0, count)
            .map((one) => (
              <ComparedRow
                key={`${one.old?.[0]} ${one.new?.[0]}`}
                row={one}
                oldText={texts.oldText}
                newText={texts.newText}
                isCurrent={one === row}
              />
            ))}
      </section>
    </div>
  )
}

const NO_ROWS: readonly VersionDifference[] = []
const isDifferent = ({ kind }: VersionDifference): boolean => kind !== 'same'
