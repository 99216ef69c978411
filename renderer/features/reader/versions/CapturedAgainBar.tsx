import { useCommands } from '@renderer/navigation/commands'
import { useNavigation } from '@renderer/navigation/navigation-store'
import { announce } from '@renderer/navigation/tasks'
import { useLocal } from '@renderer/storage/queries/local'
import { useRecord } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { Button } from '@renderer/ui/Button'
import { canKeepApart, keepApart } from '@renderer/workflows/keep-apart'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Id } from '@shared/base/ids'
import type { Article } from '@shared/domain/article'
import { findRepairs } from '@shared/notebook/repairs'
import { useReadingAfterPaint } from '../use-after-paint'
import styles from './Versions.module.css'

interface CapturedAgainBarProps {
  readonly article: Article
  readonly versionId: Id
  readonly compare: () => void
}

/** Says of a text that was captured again what it is taken for, and lets one compare it, mend it, or keep it apart. */
export function CapturedAgainBar({ article, versionId, compare }: CapturedAgainBarProps) {
  const { view } = useReadableNotebook()
  const version = useRecord('version', versionId)
  useReadingAfterPaint((all) => all.by('annotationsByArticle', article.id))
  const [isPutAway, putAway] = useLocal(`captured-again:${versionId}`, false)
  const open = useNavigation((state) => state.open)
  const apart = useWorkflow(keepApart)
  const isAgain = version?.fields.reason === 'recaptured' && article.fields.currentVersion === versionId
  const canBeApart = isAgain && canKeepApart(view, versionId)
  const keepAsOwn = async () => {
    const kept = await apart(versionId)
    if (!kept.ok) return announce(kept.error.message)
    if (kept.value === null) return
    open({ view: 'article', id: kept.value })
    announce('Kept as an article of its own. Ctrl Z takes it back.')
  }
  useCommands(
    canBeApart
      ? [{ id: 'reader.apart', title: 'Keep as an article of its own', group: 'View', run: keepAsOwn }]
      : [],
  )
  if (!isAgain || isPutAway) return null
  const waiting = findRepairs(view).filter(({ article: { id } }) => id === article.id).length
  return (
    <section className={styles.again} aria-label="Captured again">
      <p>
        This article was here before: this is its new version, and the older one is kept.
        {waiting > 0 && ` ${waiting} ${waiting === 1 ? 'passage waits' : 'passages wait'} in the Inbox.`}
      </p>
      <Button size="small" onClick={compare}>
        Compare them
      </Button>
      {waiting > 0 && (
        <Button size="small" onClick={() => open({ view: 'inbox', section: 'repairs' })}>
          Repair in the Inbox
        </Button>
      )}
      {canBeApart && (
        <Button look="quiet" size="small" onClick={() => void keepAsOwn()}>
          It is another article
        </Button>
      )}
      <Button look="quiet" size="small" onClick={() => putAway(true)}>
        Put away
      </Button>
    </section>
  )
}
