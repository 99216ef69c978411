import { useNavigation } from '@renderer/navigation/navigation-store'
import { useLocal } from '@renderer/storage/queries/local'
import { Button } from '@renderer/ui/Button'
import { Callout } from '@renderer/ui/Callout'
import { BACKUP_MEMORY_KEY, type BackupMemory, NO_BACKUPS } from '@renderer/workflows/backup-memory'
import { useState } from 'react'

/** Says that backups fail and why, until one succeeds or it is put away. */
export function BackupNotice() {
  const [{ failure }] = useLocal<BackupMemory>(BACKUP_MEMORY_KEY, NO_BACKUPS)
  const [putAway, setPutAway] = useState<string | null>(null)
  const open = useNavigation((state) => state.open)
  if (failure === null || failure === putAway) return null
  return (
    <Callout
      tone="warning"
      actions={
        <>
          <Button size="small" onClick={() => open({ view: 'settings', section: 'backups' })}>
            Backups
          </Button>
          <Button size="small" look="quiet" onClick={() => setPutAway(failure)}>
            Put away
          </Button>
        </>
      }
    >
      There is no new backup. {failure}
    </Callout>
  )
}
