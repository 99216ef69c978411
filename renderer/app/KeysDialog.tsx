import { type Command, useCommandRegistry } from '@renderer/navigation/commands'
import { Dialog } from '@renderer/ui/Dialog'
import { Keys } from '@renderer/ui/Keys'
import styles from './KeysDialog.module.css'

interface KeysDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly remapped: Readonly<Record<string, string>>
}

function byGroup(commands: Iterable<Command>): Map<string, Command[]> {
  const groups = new Map<string, Command[]>()
  for (const command of commands) {
    if (command.keys) groups.set(command.group, [...(groups.get(command.group) ?? []), command])
  }
  return groups
}

/** The keys that work where one is now. */
export function KeysDialog({ open, onClose, remapped }: KeysDialogProps) {
  const commands = useCommandRegistry((state) => state.commands)
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Keys"
      lead="What works here and now. Keys can be changed in Settings."
    >
      <div className={styles.groups}>
        {[...byGroup(commands.values())].map(([group, members]) => (
          <section key={group}>
            <h3 className={styles.group}>{group}</h3>
            <dl className={styles.list}>
              {members.map(({ id, title, keys }) => (
                <div key={id} className={styles.row}>
                  <dt>{title}</dt>
                  <dd>
                    <Keys keys={remapped[id] ?? keys ?? ''} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
