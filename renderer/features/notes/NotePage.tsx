import { NoteEditor } from '@renderer/editor/NoteEditor'
import { Links } from '@renderer/linking/Links'
import { HistoryButton } from '@renderer/navigation/HistoryButton'
import { useNavigation } from '@renderer/navigation/navigation-store'
import { announce } from '@renderer/navigation/tasks'
import { Button } from '@renderer/ui/Button'
import { removeRecords } from '@renderer/workflows/edit-article'
import type { NoteText } from '@renderer/workflows/save-note'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Note } from '@shared/domain/note'
import { Lock, LockOpen, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import styles from './Notes.module.css'
import { useNoteDraft } from './use-note-draft'
import { useOutsideChanges } from './use-outside-changes'
import { useReferenceSource } from './use-reference-source'

/** From the title one goes on to the text, by Enter or Tab; what can be done with the note comes after that. */
function goOnToText(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.nativeEvent.isComposing) return
  if (event.key !== 'Enter' && (event.key !== 'Tab' || event.shiftKey)) return
  event.preventDefault()
  event.currentTarget.closest('article')?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus()
}

/** One note: its title, its text, and what refers to it. */
export function NotePage({ note }: { note: Note }) {
  const keep = useNoteDraft(note.id)
  const page = useRef<HTMLElement>(null)
  const hadFocus = useRef(false)
  const editorOf = () => page.current?.querySelector<HTMLElement>('[contenteditable="true"]')
  const { round, noteTyped } = useOutsideChanges(note, () => {
    setTitle(note.fields.title)
    hadFocus.current = editorOf()?.contains(document.activeElement) ?? false
  })
  // The editor that begins anew has the focus that the one before it had: what is typed next is text, not commands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new editor needs the focus back.
  useEffect(() => {
    if (hadFocus.current) editorOf()?.focus()
    hadFocus.current = false
  }, [round])
  const write = (text: NoteText) => {
    noteTyped(text)
    keep(text)
  }
  const references = useReferenceSource(note.id)
  const remove = useWorkflow(removeRecords)
  const open = useNavigation((state) => state.open)
  const [title, setTitle] = useState(note.fields.title)
  const drop = async () => {
    const outcome = await remove([note])
    announce(outcome.ok ? 'The note is in the trash. Ctrl Z brings it back.' : outcome.error.message)
    open({ view: 'notes' })
  }
  return (
    <article ref={page} className={styles.note}>
      <header className={styles.noteHeader}>
        <input
          className={styles.title}
          aria-label="Title of the note"
          placeholder="Untitled note"
          dir="auto"
          value={title}
          // biome-ignore lint/a11y/noAutofocus: a note that was just made is there to be written.
          autoFocus={note.fields.title === ''}
          onChange={(event) => {
            setTitle(event.target.value)
            write({ title: event.target.value })
          }}
          onKeyDown={goOnToText}
        />
        <Button
          look="quiet"
          size="small"
          aria-pressed={note.fields.private}
          title="Private notes stay out of bundles unless you ask for them"
          onClick={() => write({ private: !note.fields.private })}
        >
          {note.fields.private ? (
            <Lock size={13} aria-hidden="true" />
          ) : (
            <LockOpen size={13} aria-hidden="true" />
          )}
          {note.fields.private ? 'Private' : 'Goes into bundles'}
        </Button>
        <HistoryButton id={note.id} />
        <Button look="quiet" size="small" onClick={drop}>
          <Trash2 size={13} aria-hidden="true" />
          Delete
        </Button>
      </header>
      <NoteEditor
        key={round}
        content={note.fields.content}
        label={`Text of ${note.fields.title || 'the note'}`}
        references={references}
        onChange={(content) => write({ content })}
      />
      <Links id={note.id} />
    </article>
  )
}
