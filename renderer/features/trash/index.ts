import { feature } from '@renderer/navigation/feature'
import { TrashView } from './TrashView'

export const trashFeature = feature({ view: 'trash', View: TrashView, titleOf: () => 'Trash' })
