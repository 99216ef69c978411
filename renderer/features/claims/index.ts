import { feature } from '@renderer/navigation/feature'
import { MessageSquareQuote } from 'lucide-react'
import { ClaimsView } from './ClaimsView'

export const claimsFeature = feature({
  view: 'claims',
  View: ClaimsView,
  titleOf: (route, view) => (route.id ? (view.find('claim', route.id)?.fields.text ?? 'Claims') : 'Claims'),
  rail: { label: 'Claims', icon: MessageSquareQuote, key: 'c' },
})
