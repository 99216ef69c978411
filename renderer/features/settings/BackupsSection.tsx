import { Button } from '@renderer/ui/Button'
import { Callout } from '@renderer/ui/Callout'
import { describeMoment } from '@renderer/ui/relative-time'
import type { BackupEntry } from '@renderer/workflows/list-backups'
import type { OpenedBackup } from '@renderer/workflows/open-backup'
import { describeCounts } from '@shared/notebook/describe-counts'
import { useState } from 'react'
import { BackupDialog } from './BackupDialog'
import { BackupOptions } from './BackupOptions'
import styles from './Backups.module.css'
import { describeSize } from './describe-size'
import settings from './Settings.module.css'
import { type Backups, MAKING, useBackups } from './use-backups'

function Row({ entry, backups, onOpen }: { entry: BackupEntry; backups: Backups; onOpen: () => void }) {
  const { size, time, isOwn, counts, name } = entry
  const { busy, failure, saveCopy } = backups
  return (
    <li className={styles.row}>
      <div className={styles.about}>
        <span className={styles.time}>{describeMoment(time)}</span>
        <span className={styles.holds}>
          {describeSize(size)}
          {counts && ` · ${describeCounts(counts)}`}
          {!isOwn && ' · made by another notebook'}
        </span>
      </div>
      <div className={styles.actions}>
        <Button
          size="small"
          disabled={busy !== null}
          aria-label={`What changed since ${describeMoment(time)}`}
          onClick={onOpen}
        >
          What changed since
        </Button>
        <Button
          size="small"
          look="quiet"
          disabled={busy !== null}
          aria-label={`Save a copy of the backup of ${describeMoment(time)}`}
          onClick={() => saveCopy(entry)}
        >
          Save a copy
        </Button>
      </div>
      {failure?.name === name && (
        <div className={styles.failure}>
          <Callout tone="danger">{failure.sentence}</Callout>
        </div>
      )}
    </li>
  )
}

/** The backups: when they are made, what they hold, what changed since, and how to restore one. */
export function BackupsSection() {
  const backups = useBackups()
  const { entries, failure, busy, make, refresh } = backups
  const [opened, setOpened] = useState<{ entry: BackupEntry; backup: OpenedBackup } | null>(null)
  const open = async (entry: BackupEntry) => {
    const backup = await backups.open(entry)
    if (backup) setOpened({ entry, backup })
  }
  return (
    <section className={settings.section} id="settings-backups" aria-labelledby="backups-title">
      <h2 id="backups-title">Backups</h2>
      <BackupOptions onFolderChosen={refresh} />
      {failure?.name === null && <Callout tone="danger">{failure.sentence}</Callout>}
      {entries?.length === 0 && !failure && (
        <p className={styles.holds}>
          None yet. The first one is made soon after something is in the notebook.
        </p>
      )}
      {entries !== null && entries.length > 0 && (
        <ul aria-label="Backups, latest first">
          {entries.map((entry) => (
            <Row key={entry.name} entry={entry} backups={backups} onOpen={() => void open(entry)} />
          ))}
        </ul>
      )}
      <div>
        <Button disabled={busy !== null} onClick={make}>
          {busy === MAKING ? 'Backing up …' : 'Back up now'}
        </Button>
      </div>
      {opened && <BackupDialog {...opened} onClose={() => setOpened(null)} />}
    </section>
  )
}
