import { feature } from '@renderer/navigation/feature'
import { Waypoints } from 'lucide-react'
import { GraphPage } from './GraphPage'

export const graphFeature = feature({
  view: 'graph',
  View: GraphPage,
  titleOf: () => 'Graph',
  rail: { label: 'Graph', icon: Waypoints, key: 'g' },
})
