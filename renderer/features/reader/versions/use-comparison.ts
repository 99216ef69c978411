import { useBlocks } from '@renderer/storage/queries/blocks'
import { compareInWorker } from '@renderer/workers/compare-in-worker'
import type { VersionDifference } from '@shared/anchoring/compare-versions'
import type { Id } from '@shared/base/ids'
import { blocksToText } from '@shared/domain/block'
import { startTransition, useEffect, useMemo, useState } from 'react'

/** Two texts and the rows they are shown in. */
export interface ComparedTexts {
  readonly oldText: string
  readonly newText: string
  readonly rows: readonly VersionDifference[]
}

/** A comparison, null while it is made, or a sentence that says why there is none. */
export type Compared = ComparedTexts | string | null

function useText(versionId: Id): string | null {
  const blocks = useBlocks(versionId)
  return useMemo(() => (blocks ? blocksToText(blocks) : null), [blocks])
}

/** Compares two versions; the rows come in a transition, so that showing very many of them holds nothing up. */
export function useComparison(oldId: Id, newId: Id): Compared {
  const [oldText, newText] = [useText(oldId), useText(newId)]
  const [compared, setCompared] = useState<Compared>(null)
  useEffect(() => {
    if (oldText === null || newText === null) return
    setCompared(null)
    const { rows, stop } = compareInWorker(oldText, newText)
    rows.then(
      (found) => startTransition(() => setCompared({ oldText, newText, rows: found })),
      () => setCompared('The two versions could not be compared. Close this and try again.'),
    )
    return stop
  }, [oldText, newText])
  return compared
}

/** Rows that are shown at once, and how many more with each turn. */
const FIRST_ROWS = 40
const MORE_ROWS = 120

/**
 * How many of the rows of a comparison to render: the first at once, the rest bit by bit, all up to one that is wanted.
 */
export function useShownCount(compared: Compared, total: number, wanted: number): number {
  const [grown, setGrown] = useState({ compared, count: FIRST_ROWS })
  const count = grown.compared === compared ? grown.count : FIRST_ROWS
  useEffect(() => {
    if (count >= total) return
    const timer = setTimeout(() => startTransition(() => setGrown({ compared, count: count + MORE_ROWS })))
    return () => clearTimeout(timer)
  }, [compared, total, count])
  return Math.max(count, wanted + 1)
}
