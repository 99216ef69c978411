import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { useLocal } from '@renderer/storage/queries/local'
import { Button } from '@renderer/ui/Button'
import { Field, Select } from '@renderer/ui/Field'
import { ViewFrame } from '@renderer/ui/ViewFrame'
import { readPlaces } from '@renderer/workflows/read-places'
import { useCapabilities, useWorkflow } from '@renderer/workflows/workflow-context'
import type { DataPlaces } from '@shared/host/host-api'
import { useEffect, useState } from 'react'
import { BackupsSection } from './BackupsSection'
import { Colleagues } from './Colleagues'
import { Identity } from './Identity'
import { KeySettings } from './KeySettings'
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

function Places() {
  const read = useWorkflow(readPlaces)
  const open = useNavigation((state) => state.open)
  const [places, setPlaces] = useState<DataPlaces | null>(null)
  useEffect(() => {
    void read().then((found) => found.ok && setPlaces(found.value))
  }, [read])
  return (
    <section className={styles.section}>
      <h2>Where your work is</h2>
      {places && (
        <dl className={styles.places}>
          <dt>Notebook</dt>
          <dd>{places.store}</dd>
          <dt>Journal</dt>
          <dd>{places.journal}</dd>
          {places.backups && <dt>Backups</dt>}
          {places.backups && <dd>{places.backups}</dd>}
        </dl>
      )}
      <div>
        <Button onClick={() => open({ view: 'trash' })}>Open the trash</Button>
      </div>
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
