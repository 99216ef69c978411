import { feature } from '@renderer/navigation/feature'
import { Inbox } from 'lucide-react'
import { InboxView } from './InboxView'
import { INBOX_SECTIONS } from './inbox-sections'

export const inboxFeature = feature({
  view: 'inbox',
  View: InboxView,
  titleOf: () => 'Inbox',
  rail: {
    label: 'Inbox',
    icon: Inbox,
    key: 'i',
    waiting: (view) => INBOX_SECTIONS.reduce((sum, { waiting }) => sum + waiting(view), 0),
  },
})
