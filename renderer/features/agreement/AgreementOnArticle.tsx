import { useNavigation } from '@renderer/navigation/navigation-store'
import { useBlocks } from '@renderer/storage/queries/blocks'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { type Agreement, agreementOn, type DifferingPassage } from '@shared/agreement/article-agreement'
import type { Id } from '@shared/base/ids'
import type { Article } from '@shared/domain/article'
import { blockOffsets, blocksToText } from '@shared/domain/block'
import { describeCategory } from '@shared/notebook/describe-category'
import { Fragment, useMemo, useState } from 'react'
import styles from './Agreement.module.css'
import { formatCoefficient, readCoefficient } from './read-coefficient'

/** Passages listed at a time. */
const SHOWN = 50

function useName(): (id: Id) => string {
  const view = useNotebookView()
  return (id) => view.find('contributor', id)?.fields.name || 'Unnamed contributor'
}

function Coefficient({ value }: { value: number | null }) {
  return (
    <td className={styles.number}>
      {formatCoefficient(value)}
      <span className={styles.reading}>{readCoefficient(value)}</span>
    </td>
  )
}

interface DifferingProps {
  readonly article: Article
  readonly agreement: Agreement
  readonly text: string
}

/** The passages that some marked and others did not, each one step from its place. */
function Differing({ article, agreement: { differing, coders }, text }: DifferingProps) {
  const open = useNavigation((state) => state.open)
  const nameOf = useName()
  const [shown, setShown] = useState(SHOWN)
  const names = (ids: readonly Id[]) => ids.map(nameOf).join(', ')
  const othersOf = (passage: DifferingPassage) => coders.filter((id) => !passage.coders.includes(id))
  return (
    <>
      <ul className={styles.passages}>
        {differing.slice(0, shown).map((passage) => (
          <li key={`${passage.start} ${passage.end}`}>
            <button
              type="button"
              className={styles.passage}
              onClick={() => open({ view: 'article', id: article.id, annotation: passage.annotation })}
            >
              <q dir="auto">{text.slice(passage.start, passage.end)}</q>
              <span className={styles.reading}>
                marked by {names(passage.coders)}, not by {names(othersOf(passage))}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {differing.length > shown && (
        <Button size="small" look="quiet" onClick={() => setShown(shown + SHOWN)}>
          Show {Math.min(SHOWN, differing.length - shown)} more of {differing.length}
        </Button>
      )}
    </>
  )
}

function CategoryRows({ article, agreement, text, units }: DifferingProps & { units: number }) {
  const view = useNotebookView()
  const [isOpen, setIsOpen] = useState(false)
  const { category, kappa, alpha, unitizing, differing, marked } = agreement
  const name = describeCategory(view, category)
  return (
    <>
      <tr>
        <th scope="row">
          <span dir="auto">{name}</span>
          <span className={styles.reading}>
            {marked.join(' and ')} of {units} blocks
          </span>
        </th>
        <Coefficient value={kappa} />
        <Coefficient value={alpha} />
        <Coefficient value={unitizing} />
        <td>
          {differing.length === 0 ? (
            <span className={styles.reading}>None</span>
          ) : (
            <Button
              size="small"
              aria-expanded={isOpen}
              aria-label={`${differing.length} passages on which people differ: ${name}`}
              onClick={() => setIsOpen(!isOpen)}
            >
              {differing.length} {differing.length === 1 ? 'passage' : 'passages'}
            </Button>
          )}
        </td>
      </tr>
      {isOpen && differing.length > 0 && (
        <tr>
          <td colSpan={5}>
            <Differing article={article} agreement={agreement} text={text} />
          </td>
        </tr>
      )}
    </>
  )
}

/** How far the people who coded an article agree, for each kind of mark and each tag. */
export function AgreementOnArticle({ article }: { article: Article }) {
  const view = useNotebookView()
  const { revision } = view
  const nameOf = useName()
  const blocks = useBlocks(article.fields.currentVersion)
  const text = useMemo(() => (blocks ? blocksToText(blocks) : null), [blocks])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for the notebook.
  const agreement = useMemo(
    () => (blocks && text !== null ? agreementOn(view, article.id, blockOffsets(blocks), text.length) : null),
    [revision, article, blocks, text],
  )
  if (!agreement || text === null) return <p className={styles.reading}>Reading the article…</p>
  const { coders, units, categories } = agreement
  return (
    <section aria-label="Agreement on the article" className={styles.article}>
      <p>
        Marked by {coders.map(nameOf).join(', ')}; {units.toLocaleString()} {units === 1 ? 'block' : 'blocks'}
        .
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Marked as</th>
            <th scope="col">Kappa</th>
            <th scope="col">Alpha, blocks</th>
            <th scope="col">Alpha, passages</th>
            <th scope="col">Differ on</th>
          </tr>
        </thead>
        <tbody>
          {categories.map((category) => (
            <Fragment key={category.category}>
              <CategoryRows article={article} agreement={category} text={text} units={units} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}
