import { useCommands } from '@renderer/navigation/commands'
import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { useAll, useNotebookView, useRecord } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { EmptyState } from '@renderer/ui/EmptyState'
import { ListAndPage } from '@renderer/ui/ListAndPage'
import { Pick, PickList } from '@renderer/ui/PickList'
import { describeTime } from '@renderer/ui/relative-time'
import { createNote } from '@renderer/workflows/create-note'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { timeOf } from '@shared/base/clock'
import type { Note } from '@shared/domain/note'
import { lastChanged } from '@shared/domain/record'
import { Plus } from 'lucide-react'
import { NotePage } from './NotePage'
import styles from './Notes.module.css'

function NoteList({ current }: { current: string | undefined }) {
  const notes = useAll('note')
  const open = useNavigation((state) => state.open)
  const latestFirst = [...notes].sort((a, b) => (lastChanged(a) < lastChanged(b) ? 1 : -1))
  return (
    <PickList label="Notes, the latest first">
      {latestFirst.map((note: Note) => (
        <Pick
          key={note.id}
          isCurrent={note.id === current}
          onPick={() => open({ view: 'notes', id: note.id })}
        >
          <span className={styles.itemTitle} dir="auto">
            {note.fields.title || 'Untitled note'}
          </span>
          <span className={styles.itemTime}>{describeTime(timeOf(lastChanged(note)))}</span>
        </Pick>
      ))}
    </PickList>
  )
}

/** The researcher's own writing: a list of notes and the one being written. */
export function NotesView({ route }: { readonly route: Extract<Route, { view: 'notes' }> }) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const note = useRecord('note', route.id ?? '')
  const create = useWorkflow(createNote)
  const createAndOpen = async () => open({ view: 'notes', id: await create() })
  useCommands([{ id: 'notes.new', title: 'New note', keys: 'n', group: 'File', run: createAndOpen }])
  const isEmpty = view.all('note').length === 0
  if (isEmpty) {
    return (
      <EmptyState
        title="Notes"
        actions={
          <Button look="primary" onClick={createAndOpen}>
            Write a note
          </Button>
        }
      >
        <p>
          Write your own text here. Type @ to refer to a passage, quote, claim, person or article: it stays
          linked.
        </p>
      </EmptyState>
    )
  }
  return (
    <ListAndPage
      title="Notes"
      listLabel="All notes"
      tools={
        <Button size="small" onClick={createAndOpen}>
          <Plus size={13} aria-hidden="true" />
          New note
        </Button>
      }
      list={<NoteList current={route.id} />}
    >
      {note ? (
        <NotePage key={note.id} note={note} />
      ) : (
        <EmptyState heading="h2" title="Choose a note">
          Or begin a new one with N.
        </EmptyState>
      )}
    </ListAndPage>
  )
}
