import { feature } from '@renderer/navigation/feature'
import { memoizeByRevision } from '@shared/graph/memoize-by-revision'
import { findLookAlikes } from '@shared/notebook/look-alikes'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { Users } from 'lucide-react'
import { PeopleView } from './PeopleView'

const countLookAlikes = memoizeByRevision((view: NotebookView) => findLookAlikes(view).length)

export const peopleFeature = feature({
  view: 'people',
  View: PeopleView,
  titleOf: (route, view) => (route.id ? (view.find('entity', route.id)?.fields.name ?? 'People') : 'People'),
  rail: { label: 'People', icon: Users, key: 'p', waiting: ({ view }) => countLookAlikes(view) },
})
