import { useCommands } from '@renderer/navigation/commands'
import { useNavigation } from '@renderer/navigation/navigation-store'
import { announce } from '@renderer/navigation/tasks'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Keys } from '@renderer/ui/Keys'
import { describeDate } from '@renderer/ui/relative-time'
import { bringStragglersOver, joinArticles, keepArticlesApart } from '@renderer/workflows/join-articles'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { Id } from '@shared/base/ids'
import type { Result } from '@shared/base/result'
import { useState } from 'react'
import { findCopies, findLeftBehind } from './find-copies'
import styles from './Inbox.module.css'

const REASONS = {
  doi: 'They have the same DOI.',
  address: 'They have the same address.',
  text: 'They have the same text.',
  name: 'They have the same name.',
} as const

function Copy({ id }: { id: Id }) {
  const view = useNotebookView()
  const open = useNavigation((state) => state.open)
  const article = view.find('article', id)
  if (!article) return null
  const { title, source, capturedTime } = article.fields
  const passages = view.by('annotationsByArticle', id).length
  return (
    <div className={styles.value}>
      <button type="button" className={styles.link} dir="auto" onClick={() => open({ view: 'article', id })}>
        {title || 'Untitled article'}
      </button>
      <p className={styles.faint}>
        {[
          source,
          `captured ${describeDate(capturedTime)}`,
          `${passages} ${passages === 1 ? 'passage' : 'passages'}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}

/** What was made on copies that were joined before, as by a colleague who did not know of it. */
function LeftBehind() {
  const view = useNotebookView()
  const bring = useWorkflow(bringStragglersOver)
  const left = findLeftBehind(view)
  if (left.length === 0) return null
  const names = left.map(({ kept }) => view.find('article', kept)?.fields.title || 'Untitled article')
  return (
    <section className={styles.card} aria-label="Made on joined copies">
      <p>Colleagues made something on copies that were joined before: {names.join(', ')}.</p>
      <div>
        <Button
          onClick={() =>
            void bring(left).then((outcome) =>
              announce(outcome.ok ? 'Brought over. Ctrl Z takes it back.' : outcome.error.message),
            )
          }
        >
          Bring it over
        </Button>
      </div>
    </section>
  )
}

/** Articles that may be copies of one, one pair at a time, by keys. */
export function CopyList() {
  const view = useNotebookView()
  const join = useWorkflow(joinArticles)
  const keepApart = useWorkflow(keepArticlesApart)
  const pairs = findCopies(view)
  const [position, setPosition] = useState(0)
  const current = Math.min(position, Math.max(0, pairs.length - 1))
  const pair = pairs[current]
  const settle = async (work: Promise<Result<unknown>>, done: string) => {
    const outcome = await work
    announce(outcome.ok ? done : outcome.error.message)
  }
  const one = () =>
    pair &&
    void settle(join(pair.ours, pair.theirs), 'One article with both texts now. Ctrl Z takes it back.')
  const two = () =>
    pair &&
    void settle(
      keepApart(pair.ours, pair.theirs),
      'Kept apart, and not proposed again. Ctrl Z takes it back.',
    )
  const next = () => setPosition((current + 1) % Math.max(1, pairs.length))
  useCommands(
    pair
      ? [
          { id: 'copies.join', title: 'They are one article', keys: 'a', group: 'Edit', run: one },
          { id: 'copies.apart', title: 'They are not one article', keys: 'x', group: 'Edit', run: two },
          { id: 'copies.next', title: 'Next pair', keys: 'j', group: 'Edit', run: next },
        ]
      : [],
  )
  return (
    <div className={styles.cards}>
      <LeftBehind />
      {pair ? (
        <section className={styles.card} aria-label="Possibly one article">
          <p className={styles.faint} role="status">
            {current + 1} of {pairs.length} · {REASONS[pair.reason]}
          </p>
          <div className={styles.values}>
            <Copy id={pair.ours} />
            <Copy id={pair.theirs} />
          </div>
          <p className={styles.faint}>
            As one article it keeps both texts as versions. Passages of the later copy are looked for in the
            text that is shown; what is in doubt waits in “Passages to repair”.
          </p>
          <div className={styles.tabs}>
            <Button onClick={one}>
              They are one <Keys keys="a" />
            </Button>
            <Button onClick={two}>
              They are not <Keys keys="x" />
            </Button>
            {pairs.length > 1 && (
              <Button look="quiet" onClick={next}>
                Next <Keys keys="j" />
              </Button>
            )}
          </div>
        </section>
      ) : (
        <p className={styles.none}>No two articles look like copies of one.</p>
      )}
    </div>
  )
}
