import { feature } from '@renderer/navigation/feature'
import { Library } from 'lucide-react'
import { LibraryView } from './LibraryView'

export const libraryFeature = feature({
  view: 'library',
  View: LibraryView,
  titleOf: () => 'Library',
  rail: { label: 'Library', icon: Library, key: 'l' },
})
