import { feature } from '@renderer/navigation/feature'
import { NotebookPen } from 'lucide-react'
import { NotesView } from './NotesView'

export const notesFeature = feature({
  view: 'notes',
  View: NotesView,
  titleOf: (route, view) =>
    route.id ? view.find('note', route.id)?.fields.title || 'Untitled note' : 'Notes',
  rail: { label: 'Notes', icon: NotebookPen, key: 'n' },
})
