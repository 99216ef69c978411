import { useCommands } from '@renderer/navigation/commands'
import { announce, runTask } from '@renderer/navigation/tasks'
import { makeBackup, needsBackup } from '@renderer/workflows/make-backup'
import { useCapabilities, useWorkflow } from '@renderer/workflows/workflow-context'
import { useEffect } from 'react'

/** How long after opening the first look comes: opening comes first. In milliseconds. */
const FIRST_LOOK = 20_000
/** How often it is looked whether a backup is due; also how soon a failed one is tried again. In milliseconds. */
const NEXT_LOOK = 10 * 60_000

/** Makes the day's backup once something has changed, in the background; and one at any time on the user's word. */
export function useDailyBackup(): void {
  const isDue = useWorkflow(needsBackup)
  const make = useWorkflow(makeBackup)
  const { backups } = useCapabilities()
  const makeNow = async () => {
    const made = await runTask('Backing up', (progress, signal) =>
      make({ onlyIfDue: false }, progress, signal),
    )
    announce(made.ok ? 'Backed up.' : made.error.message)
  }
  useCommands(backups ? [{ id: 'file.back-up', title: 'Back up now', group: 'File', run: makeNow }] : [])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    let isOver = false
    const lookLater = (delay: number) => {
      if (!isOver) timer = setTimeout(() => void look(), delay)
    }
    const look = async () => {
      const made =
        (await isDue()) &&
        (await runTask('Making the daily backup', (progress, signal) =>
          make({ onlyIfDue: true }, progress, signal),
        ))
      // Whoever stops it is not asked again until the notebook is opened anew.
      if (made === false || made.ok || made.error.code !== 'stopped') lookLater(NEXT_LOOK)
    }
    lookLater(FIRST_LOOK)
    return () => {
      isOver = true
      if (timer !== null) clearTimeout(timer)
    }
  }, [isDue, make])
}
