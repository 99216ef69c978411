import { feature } from '@renderer/navigation/feature'
import { SearchView } from './SearchView'

export const searchFeature = feature({ view: 'search', View: SearchView, titleOf: () => 'Search' })
