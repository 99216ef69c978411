import { useLocal } from '@renderer/storage/queries/local'
import { Button } from '@renderer/ui/Button'
import { Field, TextInput } from '@renderer/ui/Field'
import { BACKUP_SETTINGS_KEY, type BackupSettings, STANDARD_BACKUPS } from '@renderer/workflows/backup-memory'
import { chooseBackupsFolder } from '@renderer/workflows/list-backups'
import { useCapabilities, useWorkflow } from '@renderer/workflows/workflow-context'
import type { Rotation } from '@shared/backups/rotation'
import { useState } from 'react'
import styles from './Backups.module.css'

/** As many as anybody needs; a typing slip must not fill the disk. */
const MOST = 99

function Count({
  label,
  value,
  least,
  onChange,
}: {
  label: string
  value: number
  least: number
  onChange: (value: number) => void
}) {
  const [typed, setTyped] = useState(String(value))
  const number = Number(typed)
  const isSound = typed.trim() !== '' && Number.isInteger(number) && number >= least && number <= MOST
  return (
    <Field label={label} error={isSound ? null : `A whole number from ${least} to ${MOST}.`}>
      {(attributes) => (
        <TextInput
          {...attributes}
          inputMode="numeric"
          className={styles.number ?? ''}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => (isSound ? onChange(number) : setTyped(String(value)))}
          onKeyDown={(event) => event.key === 'Enter' && isSound && onChange(number)}
        />
      )}
    </Field>
  )
}

/** How many backups are kept, whether they are made by themselves, and in which folder. */
export function BackupOptions({ onFolderChosen }: { onFolderChosen: () => void }) {
  const [settings, save] = useLocal<BackupSettings>(BACKUP_SETTINGS_KEY, STANDARD_BACKUPS)
  const { backupsFolder } = useCapabilities()
  const choose = useWorkflow(chooseBackupsFolder)
  const [failure, setFailure] = useState<string | null>(null)
  const rotate = (part: Partial<Rotation>) =>
    save({ ...settings, rotation: { ...settings.rotation, ...part } })
  const chooseFolder = async () => {
    const chosen = await choose()
    setFailure(chosen.ok ? null : chosen.error.message)
    if (chosen.ok && chosen.value !== null) onFolderChosen()
  }
  return (
    <>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={settings.isDaily}
          onChange={(event) => save({ ...settings, isDaily: event.target.checked })}
        />
        Back up once a day, when something changed
      </label>
      <div className={styles.numbers}>
        <Count
          label="Days to keep"
          least={1}
          value={settings.rotation.daily}
          onChange={(daily) => rotate({ daily })}
        />
        <Count
          label="Weeks to keep"
          least={0}
          value={settings.rotation.weekly}
          onChange={(weekly) => rotate({ weekly })}
        />
        {backupsFolder && <Button onClick={() => void chooseFolder()}>Choose another folder</Button>}
      </div>
      {failure && <p className={styles.holds}>{failure}</p>}
    </>
  )
}
