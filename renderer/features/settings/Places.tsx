import { useNavigation } from '@renderer/navigation/navigation-store'
import { useSaveState } from '@renderer/storage/queries/save-state'
import { Button } from '@renderer/ui/Button'
import { readPlaces } from '@renderer/workflows/read-places'
import { useCapabilities, useWorkflow } from '@renderer/workflows/workflow-context'
import type { DataPlaces } from '@shared/host/host-api'
import { useEffect, useState } from 'react'
import styles from './Settings.module.css'

/** The places as they are used now: what this machine refuses is not named as one. */
function placesInUse(
  places: DataPlaces,
  saving: ReturnType<typeof useSaveState>,
): Pick<DataPlaces, 'store' | 'journal'> {
  if (saving.state === 'memory-only')
    return {
      store: 'Nowhere on this machine: in memory until this window closes',
      journal: 'None, because this browser does not let the page keep data',
    }
  const only = saving.state === 'saved' ? saving.only : undefined
  return {
    store: only === 'journal' ? 'In the journal only, because the store cannot be used' : places.store,
    journal:
      only === 'store'
        ? 'None, because this browser does not let the page keep files of its own'
        : places.journal,
  }
}

/** Tells where everything is kept, and leads to the trash. */
export function Places() {
  const read = useWorkflow(readPlaces)
  const open = useNavigation((state) => state.open)
  const { backups } = useCapabilities()
  const saving = useSaveState()
  const [places, setPlaces] = useState<DataPlaces | null>(null)
  useEffect(() => {
    void read().then((found) => found.ok && setPlaces(found.value))
  }, [read])
  const used = places && placesInUse(places, saving)
  return (
    <section className={styles.section}>
      <h2>Where your work is</h2>
      {used && (
        <dl className={styles.places}>
          <dt>Notebook</dt>
          <dd>{used.store}</dd>
          <dt>Journal</dt>
          <dd>{used.journal}</dd>
          {backups && places?.backups && <dt>Backups</dt>}
          {backups && places?.backups && <dd>{places.backups}</dd>}
        </dl>
      )}
      <div>
        <Button onClick={() => open({ view: 'trash' })}>Open the trash</Button>
      </div>
    </section>
  )
}
