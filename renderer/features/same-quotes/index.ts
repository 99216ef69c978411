import { feature } from '@renderer/navigation/feature'
import { SameQuotesView } from './SameQuotesView'

export const sameQuotesFeature = feature({
  view: 'sameQuotes',
  View: SameQuotesView,
  titleOf: () => 'Same quote elsewhere',
})
