import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { startTransition, useEffect, useRef, useState } from 'react'

/** Acts once the next frame is shown; returns how to stop it. */
export function afterPaint(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** The value as it was when the last frame was shown: what depends on it follows one frame later and never holds one up. */
export function useAfterPaint<Value>(value: Value): Value {
  const [shown, show] = useState(value)
  useEffect(() => {
    if (shown === value) return
    return afterPaint(() => show(() => value))
  }, [shown, value])
  return shown
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
    follow()
    return () => {
      unsubscribe()
      stop?.()
    }
  }, [view])
  return shown
}
