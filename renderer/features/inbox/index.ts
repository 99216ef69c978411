import { feature } from '@renderer/navigation/feature'
import { Inbox } from 'lucide-react'
import { InboxView } from './InboxView'
import { countAll } from './inbox-sections'

export const inboxFeature = feature({
  view: 'inbox',
  View: InboxView,
  titleOf: () => 'Inbox',
  rail: {
    label: 'Inbox',
    icon: Inbox,
    key: 'i',
    waiting: countAll,
  },
})
