import { useBlocks } from '@renderer/storage/queries/blocks'
import { useIndex } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Select } from '@renderer/ui/Field'
import { compareInWorker } from '@renderer/workers/compare-in-worker'
import type { VersionDifference, WordDifference } from '@shared/anchoring/compare-versions'
import type { Id } from '@shared/base/ids'
import type { Article } from '@shared/domain/article'
import { blocksToText } from '@shared/domain/block'
import { useEffect, useMemo, useState } from 'react'
import { describeVersion } from './describe-version'
import styles from './Versions.module.css'

interface CompareProps {
  readonly article: Article
  readonly versionId: Id
  readonly onClose: () => void
}

const NAMES = { same: '', changed: 'Changed', added: 'Added', removed: 'Removed', moved: 'Moved' } as const

function useText(versionId: Id): string | null {
  const blocks = useBlocks(versionId)
  return useMemo(() => (blocks ? blocksToText(blocks) : null), [blocks])
}

/** One side of a row, with the words marked that only this version has. */
function Side({ row, text, side }: { row: VersionDifference; text: string; side: 'old' | 'new' }) {
  const span = row[side]
  if (!span) return <div />
  const own = (row.words ?? []).filter((word: WordDifference) => word.kind !== 'same' && word[side])
  const Mark = side === 'old' ? 'del' : 'ins'
  const pieces = []
  let at = span[0]
  for (const word of own) {
    const [start, end] = word[side] as [number, number]
    if (start > at) pieces.push(<span key={at}>{text.slice(at, start)}</span>)
    pieces.push(<Mark key={start}>{text.slice(start, end)}</Mark>)
    at = end
  }
  pieces.push(<span key={at}>{text.slice(at, span[1])}</span>)
  const isWhole = row.kind === 'added' || row.kind === 'removed'
  return <p dir="auto">{isWhole ? <Mark>{pieces}</Mark> : pieces}</p>
}

function useRows(oldText: string | null, newText: string | null): readonly VersionDifference[] | null {
  const [rows, setRows] = useState<readonly VersionDifference[] | null>(null)
  useEffect(() => {
    if (oldText === null || newText === null) return
    let isWanted = true
    setRows(null)
    void compareInWorker(oldText, newText).then((found) => isWanted && setRows(found))
    return () => {
      isWanted = false
    }
  }, [oldText, newText])
  return rows
}

/** Two versions side by side, blocks that changed marked word by word. */
export function CompareVersions({ article, versionId, onClose }: CompareProps) {
  const versions = useIndex('versionsByArticle', article.id)
  const based = versions.find(({ id }) => id === versionId)?.fields.basedOn
  const [otherId, setOther] = useState(based ?? versions.find(({ id }) => id !== versionId)?.id ?? versionId)
  const [showsAll, setShowsAll] = useState(false)
  const [oldText, newText] = [useText(otherId), useText(versionId)]
  const rows = useRows(oldText, newText)
  const changed = rows?.filter(({ kind }) => kind !== 'same').length ?? 0
  const current = versions.find(({ id }) => id === versionId)
  return (
    <div className={styles.correct}>
      <div className={styles.bar}>
        <Select
          aria-label="Compare with"
          className={styles.other}
          value={otherId}
          onChange={({ target: { value } }) => setOther(value)}
        >
          {versions
            .filter(({ id }) => id !== versionId)
            .map((version) => (
              <option key={version.id} value={version.id}>
                {describeVersion(version)}
              </option>
            ))}
        </Select>
        <p role="status">
          {rows === null
            ? 'Comparing …'
            : changed === 0
              ? 'The words are the same.'
              : `${changed} ${changed === 1 ? 'block differs' : 'blocks differ'}`}
        </p>
        <Button look="quiet" size="small" aria-pressed={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Only what differs' : 'The whole text'}
        </Button>
        <Button size="small" onClick={onClose}>
          Close
        </Button>
      </div>
      <section className={styles.scroller} tabIndex={0} aria-label="Both versions">
        <div className={styles.pair}>
          <h2>Older</h2>
          <h2>{current ? describeVersion(current) : 'This version'}</h2>
        </div>
        {oldText !== null &&
          newText !== null &&
          (rows ?? [])
            .filter(({ kind }) => showsAll || kind !== 'same')
            .map((row) => (
              <div key={`${row.old?.[0]} ${row.new?.[0]}`} className={styles.pair} data-kind={row.kind}>
                {row.kind !== 'same' && <span className={styles.kind}>{NAMES[row.kind]}</span>}
                <Side row={row} text={oldText} side="old" />
                <Side row={row} text={newText} side="new" />
              </div>
            ))}
      </section>
    </div>
  )
}
