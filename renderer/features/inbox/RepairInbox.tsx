import { useCommands } from '@renderer/navigation/commands'
import { useNavigation } from '@renderer/navigation/navigation-store'
import { announce } from '@renderer/navigation/tasks'
import { useBlocks } from '@renderer/storage/queries/blocks'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Keys } from '@renderer/ui/Keys'
import { letPassageGo, placePassage } from '@renderer/workflows/settle-placement'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import { comparePassages } from '@shared/anchoring/compare-passages'
import { passageText } from '@shared/domain/annotation'
import { blocksToText } from '@shared/domain/block'
import { findRepairs, type Repair } from '@shared/notebook/repairs'
import { useMemo, useState } from 'react'
import { Context, Pieces } from './PassageInContext'
import styles from './RepairInbox.module.css'

/** The canonical text of a version, or null until it is read. */
function useText(versionId: string | undefined): string | null {
  const blocks = useBlocks(versionId)
  return useMemo(() => (blocks ? blocksToText(blocks) : null), [blocks])
}

function useActions(repair: Repair | undefined, goOn: () => void) {
  const place = useWorkflow(placePassage)
  const letGo = useWorkflow(letPassageGo)
  const open = useNavigation((state) => state.open)
  const candidates = repair?.placement.candidates ?? []
  return {
    choose(number: number) {
      const candidate = candidates[number]
      if (!repair || !candidate) return announce('There is no such place to choose.')
      void place(repair.annotation.id, repair.versionId, [candidate[0], candidate[1]])
      announce('Placed. Ctrl Z takes it back.')
    },
    letGo() {
      if (!repair) return
      void letGo(repair.annotation.id, repair.versionId)
      announce('Let go: the passage stays with the older version. Ctrl Z takes it back.')
    },
    reselect() {
      if (!repair) return
      open({ view: 'article', id: repair.article.id, annotation: repair.annotation.id })
    },
    goOn,
  }
}

/** Passages that lost their place in a new version, one at a time, with where they may be. All by keys. */
export function RepairInbox() {
  const view = useNotebookView()
  const repairs = findRepairs(view)
  const [position, setPosition] = useState(0)
  const current = Math.min(position, Math.max(0, repairs.length - 1))
  const repair = repairs[current]
  const step = (by: number) => setPosition((current + by + repairs.length) % Math.max(1, repairs.length))
  const actions = useActions(repair, () => step(1))
  useCommands(
    repair
      ? [
          {
            id: 'repair.accept',
            title: 'Accept the first place',
            keys: 'a',
            group: 'Passage',
            run: () => actions.choose(0),
          },
          ...[0, 1, 2, 3, 4].map((number) => ({
            id: `repair.choose-${number + 1}`,
            title: `Choose place ${number + 1}`,
            keys: String(number + 1),
            group: 'Passage' as const,
            run: () => actions.choose(number),
          })),
          {
            id: 'repair.reselect',
            title: 'Select the place anew',
            keys: 'r',
            group: 'Passage',
            run: actions.reselect,
          },
          {
            id: 'repair.let-go',
            title: 'Let the passage go',
            keys: 'x',
            group: 'Passage',
            run: actions.letGo,
          },
          { id: 'repair.next', title: 'Next passage', keys: 'j', group: 'Passage', run: () => step(1) },
          {
            id: 'repair.previous',
            title: 'Previous passage',
            keys: 'k',
            group: 'Passage',
            run: () => step(-1),
          },
        ]
      : [],
  )
  if (!repair) return <p className={styles.done}>Every passage has its place.</p>
  return (
    <section aria-label="Passages to repair" className={styles.inbox}>
      <p className={styles.progress} role="status">
        {current + 1} of {repairs.length} · {repair.article.fields.title || 'Untitled article'} ·{' '}
        {repair.placement.verdict}
      </p>
      <RepairCard key={repair.annotation.id} repair={repair} choose={actions.choose} />
      <div className={styles.actions}>
        <Button onClick={actions.reselect}>
          Select anew <Keys keys="r" />
        </Button>
        <Button onClick={actions.letGo}>
          Let go <Keys keys="x" />
        </Button>
        {repairs.length > 1 && (
          <Button look="quiet" onClick={actions.goOn}>
            Next <Keys keys="j" />
          </Button>
        )}
      </div>
    </section>
  )
}

function RepairCard({ repair, choose }: { repair: Repair; choose: (number: number) => void }) {
  const { annotation, versionId, placement } = repair
  const { target, comment } = annotation.fields
  const oldText = useText(target.versionId)
  const newText = useText(versionId)
  const words = passageText(annotation)
  const first = target.passages[0]
  const candidates = placement.candidates ?? []
  return (
    <>
      <div className={styles.old}>
        <h2 className={styles.heading}>Marked in the older version</h2>
        <Context
          text={oldText}
          span={first ? [first.start, first.end] : [0, 0]}
          fallback={first ? [first.prefix, first.suffix] : ['', '']}
        >
          <mark className={styles.passage}>{words}</mark>
        </Context>
        {comment && <p className={styles.comment}>{comment}</p>}
      </div>
      <h2 className={styles.heading}>
        {candidates.length === 0
          ? 'Nothing like it is in the current version'
          : candidates.length === 1
            ? 'It may be here'
            : 'It may be in one of these places'}
      </h2>
      <ol className={styles.candidates}>
        {newText !== null &&
          candidates.slice(0, 5).map((candidate, number) => {
            const [start, end, score] = candidate
            return (
              <li key={`${start} ${end}`}>
                <button type="button" className={styles.candidate} onClick={() => choose(number)}>
                  <span className={styles.number}>
                    <Keys keys={String(number + 1)} />
                    {number === 0 && <Keys keys="a" />}
                    <span className={styles.score}>{Math.round(score * 100)} %</span>
                  </span>
                  <Context text={newText} span={[start, end]}>
                    <mark className={styles.passage}>
                      <Pieces pieces={comparePassages(words, newText.slice(start, end)).new} />
                    </mark>
                  </Context>
                </button>
              </li>
            )
          })}
      </ol>
    </>
  )
}
