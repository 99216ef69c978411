import { hasNoteDraft, type NoteText } from '@renderer/workflows/save-note'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { sameJson } from '@shared/base/json'
import type { Note } from '@shared/domain/note'
import { useCallback, useEffect, useRef, useState } from 'react'

interface OutsideChanges {
  /** Grows when the editor must begin anew with the note's text. */
  readonly round: number
  /** Takes note of what was typed here: it comes back as a change of the note, and is no news then. */
  readonly noteTyped: (text: NoteText) => void
}

/**
 * Tells a note's text that was changed from elsewhere (undo, a version restored, a merge) from what was typed here: the
 * editor then begins anew with that text instead of writing over it. What is typed and not saved yet goes first.
 */
export function useOutsideChanges(note: Note, onChange: () => void): OutsideChanges {
  const hasDraft = useWorkflow(hasNoteDraft)
  const [round, setRound] = useState(0)
  const latest = useRef(onChange)
  latest.current = onChange
  const { title, content } = note.fields
  const known = useRef({ title, content })
  useEffect(() => {
    const isKnown = known.current.title === title && sameJson(known.current.content, content)
    if (isKnown || hasDraft(note.id)) return
    known.current = { title, content }
    latest.current()
    setRound((before) => before + 1)
  }, [note.id, title, content, hasDraft])
  const noteTyped = useCallback(({ title: newTitle, content: newContent }: NoteText) => {
    const { current } = known
    known.current = { title: newTitle ?? current.title, content: newContent ?? current.content }
  }, [])
  return { round, noteTyped }
}
