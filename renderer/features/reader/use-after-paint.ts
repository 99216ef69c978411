import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { startTransition, useEffect, useRef, useState } from 'react'

/** What is to be done after the next frame, in the order it was asked for. */
let asked = new Set<() => void>()

/** Acts once the next frame is shown; returns how to stop it. One frame is asked for, however many wait for it. */
export function afterPaint(act: () => void): () => void {
  if (asked.size === 0)
    requestAnimationFrame(() => {
      const acts = asked
      asked = new Set()
      // Each in a task of its own, behind input and answers that wait already.
      for (const each of acts) setTimeout(() => acts.has(each) && each(), 1)
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
