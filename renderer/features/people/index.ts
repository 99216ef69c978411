import { feature } from '@renderer/navigation/feature'
import { findLookAlikes } from '@shared/notebook/look-alikes'
import { Users } from 'lucide-react'
import { PeopleView } from './PeopleView'

export const peopleFeature = feature({
  view: 'people',
  View: PeopleView,
  titleOf: (route, view) => (route.id ? (view.find('entity', route.id)?.fields.name ?? 'People') : 'People'),
  rail: { label: 'People', icon: Users, key: 'p', waiting: ({ view }) => findLookAlikes(view).length },
})
