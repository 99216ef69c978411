import { announce } from '@renderer/navigation/tasks'
import { markUnsaved } from '@renderer/navigation/unsaved'
import { keepNoteDraft, type NoteText, saveNoteDraft } from '@renderer/workflows/save-note'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Id } from '@shared/base/ids'
import { useCallback, useEffect, useRef } from 'react'

/** How long a pause in typing makes a change of its own, for history and undo. */
const PAUSE = 1500

/** Keeps each keystroke as a draft at once, and saves the draft as a change at each pause and on leaving. */
export function useNoteDraft(id: Id): (text: NoteText) => void {
  const keep = useWorkflow(keepNoteDraft)
  const saveDraft = useWorkflow(saveNoteDraft)
  const typed = useRef(0)
  const save = useCallback(
    async (note: Id) => {
      const before = typed.current
      const saved = await saveDraft(note)
      if (saved && !saved.ok) return announce(saved.error.message)
      if (typed.current === before) markUnsaved(note, false)
    },
    [saveDraft],
  )
  const timer = useRef<number | undefined>(undefined)
  useEffect(() => {
    const saveNow = () => {
      window.clearTimeout(timer.current)
      void save(id)
    }
    window.addEventListener('pagehide', saveNow)
    window.addEventListener('blur', saveNow)
    return () => {
      window.removeEventListener('pagehide', saveNow)
      window.removeEventListener('blur', saveNow)
      saveNow()
    }
  }, [id, save])
  return useCallback(
    (text) => {
      keep(id, text)
      markUnsaved(id, true)
      typed.current += 1
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void save(id), PAUSE)
    },
    [id, keep, save],
  )
}
