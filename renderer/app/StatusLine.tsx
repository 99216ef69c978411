import { runCommand } from '@renderer/navigation/commands'
import { useUnsaved } from '@renderer/navigation/unsaved'
import type { SaveState } from '@renderer/storage/notebook'
import { useAll } from '@renderer/storage/queries/notebook-view'
import { useSaveState } from '@renderer/storage/queries/save-state'
import { describeClock } from '@renderer/ui/relative-time'
import styles from './StatusLine.module.css'
import { TaskStatus } from './TaskStatus'

function describeSaving(saving: SaveState): string {
  switch (saving.state) {
    case 'saved':
      return saving.lastSafeWrite === null
        ? 'Nothing to save yet'
        : `Saved ${describeClock(saving.lastSafeWrite)}${saving.only ? ONLY[saving.only] : ''}`
    case 'saving':
      return 'Saving …'
    case 'failing':
      return saving.lastSafeWrite === null
        ? 'Not saved yet'
        : `Not saved since ${describeClock(saving.lastSafeWrite)}`
    case 'memory-only':
      return 'In memory only: export before you close'
  }
}

const ONLY = { store: ', without a safety copy', journal: ' in the safety copy only' } as const

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString()} ${number === 1 ? one : many}`

/** The line at the bottom: whether all is saved, what there is, and long work under way. */
export function StatusLine() {
  const written = useSaveState()
  const isTyping = useUnsaved(({ keys }) => keys.size > 0)
  const saving: SaveState = isTyping && written.state === 'saved' ? { state: 'saving' } : written
  const articles = useAll('article').length
  const quotes = useAll('quote').length
  const claims = useAll('claim').length
  const isUnsafe = saving.state === 'failing' || saving.state === 'memory-only'
  return (
    <footer className={styles.line}>
      <span
        role="status"
        className={isUnsafe ? `${styles.saved} ${styles.unsafe}` : styles.saved}
        data-save-state={saving.state}
      >
        {describeSaving(saving)}
      </span>
      <span className={styles.counts}>
        {count(articles, 'article', 'articles')} · {count(quotes, 'quote', 'quotes')} ·{' '}
        {count(claims, 'claim', 'claims')}
      </span>
      <span className={styles.rest}>
        <TaskStatus />
        <button type="button" className={styles.help} onClick={() => runCommand('help.keys')}>
          Keys <kbd>?</kbd>
        </button>
      </span>
    </footer>
  )
}
