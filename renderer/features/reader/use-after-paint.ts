import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { startTransition, useEffect, useRef, useState } from 'react'

/** What is to be done after the next frame, in the order it was asked for. */
let asked = new Set<() => void>()

function actOnAll(acts: ReadonlySet<() => void>): void {
  for (const act of acts) {
    try {
      act()
    } catch (fault) {
      reportError(fault)
    }
  }
}

/** Acts once the next frame is shown, together with all else that waits for it; returns how to stop it. */
export function afterPaint(act: () => void): () => void {
  if (asked.size === 0)
    requestAnimationFrame(() => {
      const acts = asked
      asked = new Set()
      setTimeout(actOnAll, 0, acts)
    })
  const own = () => act()
  const acts = asked.add(own)
  return () => void acts.delete(own)
}

/**
 * What `read` finds in the notebook, one frame behind: a change renders nothing before it is painted. `read` must give
 * the same object for the same state.
 */
export function useReadingAfterPaint<Value>(read: (view: NotebookView) => Value): Value {
  const { view } = useReadableNotebook()
  const latest = useRef(read)
  latest.current = read
  const [shown, show] = useState(() => read(view))
  const first = useRef(shown)
  useEffect(() => {
    let stop: (() => void) | null = null
    const follow = () => {
      stop ??= afterPaint(() => {
        stop = null
        const value = latest.current(view)
        startTransition(() => show(() => value))
      })
    }
    const unsubscribe = view.subscribe(follow)
    if (latest.current(view) !== first.current) follow()
    return () => {
      unsubscribe()
      stop?.()
    }
  }, [view])
  return shown
}
