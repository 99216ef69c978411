import { ExportDialog } from '@renderer/features/bundles/ExportDialog'
import { MergeDialog } from '@renderer/features/bundles/MergeDialog'
import type { Feature } from '@renderer/navigation/feature'
import { type Tab, useNavigation } from '@renderer/navigation/navigation-store'
import { useLocal } from '@renderer/storage/queries/local'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { useEffect, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import styles from './App.module.css'
import { BackupNotice } from './BackupNotice'
import { ErrorBoundary } from './ErrorBoundary'
import { Failures } from './Failures'
import { FEATURES, RAIL } from './features'
import { KeyBindings } from './KeyBindings'
import { KeysDialog } from './KeysDialog'
import { Notices } from './Notices'
import { Palette, type PaletteMode } from './Palette'
import { Rail } from './Rail'
import { StatusLine } from './StatusLine'
import { TabBar } from './TabBar'
import { Unsaved } from './Unsaved'
import { useDailyBackup } from './use-daily-backup'
import { useFileCommands } from './use-file-commands'
import { useGlobalCommands } from './use-global-commands'
import { useIncomingFiles } from './use-incoming-files'
import { useKeptPlaces } from './use-kept-places'
import { useNativeMenu } from './use-native-menu'
import { useTheme } from './use-theme'

const featureOf = (tab: Tab): Feature | undefined => FEATURES.find(({ view }) => view === tab.route.view)

function Pane({ tab }: { tab: Tab }) {
  const feature = featureOf(tab)
  if (!feature) return null
  return (
    <div className={styles.pane} data-pane={tab.key}>
      <ErrorBoundary resetKey={tab.key}>
        <feature.View route={tab.route as never} />
      </ErrorBoundary>
    </div>
  )
}

function Panes() {
  const { tabs, active, beside } = useNavigation()
  const main = tabs.find(({ key }) => key === active)
  const side = tabs.find(({ key }) => key === beside)
  if (!main) return null
  return (
    <main className={styles.panes} id="main">
      <Group orientation="horizontal">
        <Panel id="main-pane" minSize="25%">
          <Pane key={main.key} tab={main} />
        </Panel>
        {side && <Separator className={styles.handle} aria-label="Width of the two views" />}
        {side && (
          <Panel id="side-pane" minSize="25%">
            <Pane key={side.key} tab={side} />
          </Panel>
        )}
      </Group>
    </main>
  )
}

/** The window: rail, tabs, panes, status line, and what is there everywhere (palette, keys, dropping files). */
export function App() {
  const view = useNotebookView()
  const [palette, setPalette] = useState<PaletteMode | null>(null)
  const [showsKeys, setShowsKeys] = useState(false)
  const [remapped] = useLocal<Record<string, string>>('keys', {})
  const isDropping = useIncomingFiles()
  useTheme()
  useNativeMenu()
  useKeptPlaces()
  useDailyBackup()
  const [isExporting, setIsExporting] = useState(false)
  useFileCommands({ exportBundle: () => setIsExporting(true) })
  useGlobalCommands({ openPalette: setPalette, showKeys: () => setShowsKeys(true) })
  const titleOf = (tab: Tab) => featureOf(tab)?.titleOf(tab.route as never, view) ?? ''
  const { tabs, active } = useNavigation()
  const current = tabs.find(({ key }) => key === active)
  const title = current ? titleOf(current) : ''
  useEffect(() => {
    document.title = title ? `${title} · Florilegium` : 'Florilegium'
  }, [title])
  return (
    <div className={styles.app}>
      <Rail features={RAIL} />
      <div className={styles.main}>
        <TabBar titleOf={titleOf} />
        <Unsaved />
        <Notices />
        <Failures />
        <BackupNotice />
        <Panes />
      </div>
      <div className={styles.status}>
        <StatusLine />
      </div>
      <KeyBindings remapped={remapped} />
      <Palette mode={palette} onClose={() => setPalette(null)} />
      <KeysDialog open={showsKeys} onClose={() => setShowsKeys(false)} remapped={remapped} />
      <ExportDialog open={isExporting} onClose={() => setIsExporting(false)} />
      <MergeDialog />
      {isDropping && <div className={styles.drop}>Drop to add to the notebook</div>}
    </div>
  )
}
