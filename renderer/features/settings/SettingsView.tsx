import type { Route } from '@renderer/navigation/route'
import { useLocal } from '@renderer/storage/queries/local'
import { Field, Select } from '@renderer/ui/Field'
import { ViewFrame } from '@renderer/ui/ViewFrame'
import { useCapabilities } from '@renderer/workflows/workflow-context'
import { useEffect } from 'react'
import { BackupsSection } from './BackupsSection'
import { Colleagues } from './Colleagues'
import { Identity } from './Identity'
import { KeySettings } from './KeySettings'
import { Places } from './Places'
import styles from './Settings.module.css'

function Appearance() {
  const [theme, setTheme] = useLocal('theme', 'system')
  return (
    <section className={styles.section}>
      <h2>Look</h2>
      <Field label="Light or dark">
        {(attributes) => (
          <Select {...attributes} value={theme} onChange={(event) => setTheme(event.target.value)}>
            <option value="system">As the system</option>
            <option value="light">Light</option>
            <option value="dark">Dark</option>
          </Select>
        )}
      </Field>
    </section>
  )
}

/** What can be set, and where things are. */
export function SettingsView({ route }: { readonly route: Extract<Route, { view: 'settings' }> }) {
  const { backups } = useCapabilities()
  useEffect(() => {
    if (route.section) document.getElementById(`settings-${route.section}`)?.scrollIntoView()
  }, [route])
  return (
    <ViewFrame title="Settings" measured>
      <Identity />
      <Colleagues />
      <Appearance />
      {backups && <BackupsSection />}
      <KeySettings />
      <Places />
    </ViewFrame>
  )
}
