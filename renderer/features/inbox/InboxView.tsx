import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { useWaitingArticles } from '@renderer/storage/queries/waiting-articles'
import { EmptyState } from '@renderer/ui/EmptyState'
import { ViewFrame } from '@renderer/ui/ViewFrame'
import styles from './Inbox.module.css'
import { countAll, findSection, INBOX_SECTIONS } from './inbox-sections'

/** What waits for the researcher: suggestions, passages to repair, differences to settle. */
export function InboxView({ route }: { readonly route: Extract<Route, { view: 'inbox' }> }) {
  const notebook = useReadableNotebook()
  useNotebookView()
  const { unread } = useWaitingArticles()
  const open = useNavigation((state) => state.open)
  const section = findSection(route.section, notebook)
  if (countAll(notebook) + unread.length === 0 && !route.section) {
    return (
      <EmptyState title="Nothing waits for you">
        Quotes the program suggests, passages that lost their place and differences between you and colleagues
        come here.
      </EmptyState>
    )
  }
  return (
    <ViewFrame
      title="Inbox"
      tools={
        <div role="tablist" aria-label="Sections" className={styles.tabs}>
          {INBOX_SECTIONS.map(({ name, label, waiting }) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={name === section.name}
              className={styles.tab}
              onClick={() => open({ view: 'inbox', section: name })}
            >
              {label} <span className={styles.faint}>{waiting(notebook)}</span>
            </button>
          ))}
        </div>
      }
      measured
    >
      <section.Section />
    </ViewFrame>
  )
}
