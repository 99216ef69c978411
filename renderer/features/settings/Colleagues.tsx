import { announce } from '@renderer/navigation/tasks'
import { useLocal } from '@renderer/storage/queries/local'
import { Button } from '@renderer/ui/Button'
import { TextInput } from '@renderer/ui/Field'
import { COLLEAGUES, forgetColleague, renameColleague } from '@renderer/workflows/identity'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { fingerprintOf, type PinnedColleague } from '@shared/bundle/colleagues'
import { useState } from 'react'
import styles from './Settings.module.css'

const NOBODY: readonly PinnedColleague[] = []

function Colleague({ colleague }: { colleague: PinnedColleague }) {
  const rename = useWorkflow(renameColleague)
  const forget = useWorkflow(forgetColleague)
  const [name, setName] = useState(colleague.name)
  const save = () => {
    if (name.trim() && name.trim() !== colleague.name) rename(colleague.contributor, name.trim())
  }
  return (
    <li className={styles.colleague}>
      <TextInput
        aria-label={`Name of ${colleague.name}`}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      <code>{fingerprintOf(colleague.key)}</code>
      <Button
        size="small"
        aria-label={`Forget the key of ${colleague.name}`}
        onClick={() => {
          forget(colleague.contributor)
          announce(`Forgotten: the next bundle of ${colleague.name} is seen as a stranger’s.`)
        }}
      >
        Forget
      </Button>
    </li>
  )
}

/** The colleagues whose signatures this machine knows. */
export function Colleagues() {
  const [colleagues] = useLocal(COLLEAGUES, NOBODY)
  return (
    <section className={styles.section}>
      <h2>Colleagues</h2>
      {colleagues.length === 0 ? (
        <p>
          Nobody yet. When you merge a signed bundle, its author’s key is remembered, and a bundle signed with
          another one is pointed out.
        </p>
      ) : (
        <ul className={styles.colleagues}>
          {colleagues.map((colleague) => (
            <Colleague key={colleague.contributor} colleague={colleague} />
          ))}
        </ul>
      )}
    </section>
  )
}
