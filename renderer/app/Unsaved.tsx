import { runCommand } from '@renderer/navigation/commands'
import { useSaveState } from '@renderer/storage/queries/save-state'
import { Button } from '@renderer/ui/Button'
import { Callout } from '@renderer/ui/Callout'

/** Why the last changes are not safe, for as long as they are not, and the way to take them along. */
export function Unsaved() {
  const saving = useSaveState()
  if (saving.state !== 'failing') return null
  return (
    <Callout
      tone="danger"
      actions={
        <Button size="small" look="quiet" onClick={() => runCommand('file.export')}>
          Export
        </Button>
      }
    >
      <p>{saving.sentence}</p>
    </Callout>
  )
}
