import { feature } from '@renderer/navigation/feature'
import { SettingsView } from './SettingsView'

export const settingsFeature = feature({ view: 'settings', View: SettingsView, titleOf: () => 'Settings' })
