import { useLocalSettings } from '@renderer/storage/queries/local'
import type { Id } from '@shared/base/ids'
import type { Block } from '@shared/domain/block'
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'

const keyOf = (versionId: Id) => `correction:${versionId}`

/** How far a draft may be behind, in milliseconds: a long text takes a while to write, so it is written more seldom. */
const delayOf = (blocks: readonly Block[]): number => (blocks.length > 1_000 ? 2_000 : 200)

interface CorrectionDraft {
  /** What the editor begins with: the draft that was left, or the text. */
  readonly start: readonly Block[]
  readonly onChange: () => void
  /** Writes what is typed now; the draft is there when one comes back. */
  readonly keep: () => void
  readonly drop: () => void
}

/** Whether a correction of this version was left unfinished, as by a reload. */
export function useHasCorrection(versionId: Id): boolean {
  const local = useLocalSettings()
  return useMemo(() => Boolean(local.get(keyOf(versionId))), [local, versionId])
}

/** Keeps an unfinished correction on this machine until it is saved or discarded. */
export function useCorrectionDraft(
  versionId: Id,
  blocks: readonly Block[],
  read: () => readonly Block[] | undefined,
): CorrectionDraft {
  const local = useLocalSettings()
  const start = useMemo(
    () => local.get<readonly Block[] | null>(keyOf(versionId)) ?? blocks,
    [local, versionId, blocks],
  )
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const latest = useRef(read)
  latest.current = read
  const stop = useCallback(() => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
  }, [])
  const write = useCallback(() => {
    stop()
    const typed = latest.current()
    if (typed) local.set(keyOf(versionId), typed)
  }, [local, versionId, stop])
  const keep = useCallback(() => {
    if (timer.current) write()
  }, [write])
  // Whatever takes the editor away: while it goes, what was typed last can still be read.
  useLayoutEffect(() => keep, [keep])
  const onChange = useCallback(() => {
    timer.current ??= setTimeout(write, delayOf(blocks))
  }, [write, blocks])
  const drop = useCallback(() => {
    stop()
    local.set(keyOf(versionId), null)
  }, [local, versionId, stop])
  return { start, onChange, keep, drop }
}
