import { runCommand, useCommands } from '@renderer/navigation/commands'
import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { announce } from '@renderer/navigation/tasks'
import { useLocal, useLocalSettings } from '@renderer/storage/queries/local'
import { useAll, useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Select, TextInput } from '@renderer/ui/Field'
import { ViewHeader } from '@renderer/ui/ViewFrame'
import { editArticle, removeRecords } from '@renderer/workflows/edit-article'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Article } from '@shared/domain/article'
import { FolderOpen } from 'lucide-react'
import { useMemo, useState } from 'react'
import { EditArticleDialog } from './EditArticleDialog'
import { EmptyLibrary } from './EmptyLibrary'
import styles from './Library.module.css'
import { LibraryTable } from './LibraryTable'
import { type LibraryFilter, listArticles, type SortKey } from './library-rows'

interface Kept {
  readonly sort: SortKey
  readonly descending: boolean
}

const FIRST_DESCENDING: readonly SortKey[] = ['published', 'captured', 'lastRead', 'annotations']

function TagFilter({ tag, onChange }: { tag: string | null; onChange: (tag: string | null) => void }) {
  const tags = useAll('tag')
  if (tags.length === 0) return null
  return (
    <Select
      aria-label="Show articles with tag"
      value={tag ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
      className={styles.tag}
    >
      <option value="">All tags</option>
      {tags.map(({ id, fields }) => (
        <option key={id} value={id}>
          {fields.label}
        </option>
      ))}
    </Select>
  )
}

/** All articles: the first screen. */
export function LibraryView({ route }: { readonly route: Extract<Route, { view: 'library' }> }) {
  const view = useNotebookView()
  const articles = useAll('article')
  const local = useLocalSettings()
  const open = useNavigation((state) => state.open)
  const [kept, keep] = useLocal<Kept>('library-order', { sort: 'captured', descending: true })
  const [words, setWords] = useState('')
  const [edited, setEdited] = useState<Article | null>(null)
  const save = useWorkflow(editArticle)
  const remove = useWorkflow(removeRecords)
  const filter: LibraryFilter = useMemo(
    () => ({ words, tag: route.tag ?? null, ...kept }),
    [words, route.tag, kept],
  )
  const rows = useMemo(
    () => listArticles(view, filter, (id) => local.get<number>(`read:${id}`) ?? null),
    [view, view.revision, filter, local],
  )
  useCommands([
    {
      id: 'edit.find',
      title: 'Filter the library',
      keys: '$mod+f',
      whileTyping: true,
      group: 'Edit',
      run: () => document.getElementById('library-filter')?.focus(),
    },
  ])
  const sortBy = (key: SortKey) =>
    keep({ sort: key, descending: kept.sort === key ? !kept.descending : FIRST_DESCENDING.includes(key) })
  const drop = async (article: Article) => {
    const outcome = await remove([article])
    announce(
      outcome.ok
        ? `“${article.fields.title}” is in the trash. Ctrl Z brings it back.`
        : outcome.error.message,
    )
  }
  if (articles.length === 0) {
    return (
      <div className={styles.library}>
        <EmptyLibrary />
      </div>
    )
  }
  return (
    <section className={styles.library} aria-label="Library">
      <ViewHeader
        title="Library"
        note={`${rows.length === articles.length ? articles.length : `${rows.length} of ${articles.length}`} ${articles.length === 1 ? 'article' : 'articles'}`}
        tools={
          <>
            <TextInput
              id="library-filter"
              type="search"
              aria-label="Filter articles"
              placeholder="Title, source or author"
              className={styles.filter}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            <TagFilter
              tag={route.tag ?? null}
              onChange={(tag) => open(tag ? { view: 'library', tag } : { view: 'library' })}
            />
            <CaptureButton />
          </>
        }
      />
      <LibraryTable
        rows={rows}
        filter={filter}
        onSort={sortBy}
        onOpen={(article) => open({ view: 'article', id: article.id })}
        onEdit={setEdited}
        onDelete={drop}
      />
      {edited && (
        <EditArticleDialog
          article={edited}
          onClose={() => setEdited(null)}
          onSave={(fields) => {
            void save(edited.id, fields)
            setEdited(null)
          }}
        />
      )}
    </section>
  )
}

function CaptureButton() {
  return (
    <Button look="primary" onClick={() => runCommand('file.open')}>
      <FolderOpen size={15} aria-hidden="true" />
      Open files
    </Button>
  )
}
