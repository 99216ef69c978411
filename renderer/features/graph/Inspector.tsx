import { HistoryButton } from '@renderer/navigation/HistoryButton'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { SameQuote } from '@renderer/weighing/SameQuote'
import { WithoutSource } from '@renderer/weighing/WithoutSource'
import type { Id } from '@shared/base/ids'
import { evidenceIdOf } from '@shared/graph/claim-status'
import type { Graph } from '@shared/graph/graph'
import { sourcesOf } from '@shared/graph/withdrawal'
import { kindOf, neighboursOf } from './describe-node'
import { KindGlyph } from './Glyphs'
import styles from './Graph.module.css'
import { WayFromCentre } from './WayFromCentre'

interface InspectorProps {
  /** The whole graph. */
  readonly graph: Graph
  /** The part that is drawn, and what it is drawn around. */
  readonly shown: Graph
  readonly centre: Id | null
  readonly id: Id
  readonly onSelect: (id: Id) => void
  readonly onOpen: (id: Id) => void
  readonly onFocus: (id: Id) => void
}

const MOST_LINKS = 100

/** What claims may rest on. */
const WITHDRAWABLE: ReadonlySet<string> = new Set(['article', 'entity', 'quote', 'annotation'])

/** What is chosen in the graph: its words, and all of its links, also those that are not drawn now. */
export function Inspector({ graph, shown, centre, id, onSelect, onOpen, onFocus }: InspectorProps) {
  const view = useNotebookView()
  const index = graph.indexOf.get(id)
  const node = index === undefined ? undefined : graph.nodes[index]
  if (!node || index === undefined) return null
  const neighbours = neighboursOf(view, graph, index)
  return (
    <aside className={styles.inspector} aria-label="Chosen in the graph">
      <p className={styles.kind}>
        <KindGlyph kind={node.kind} />
        {kindOf(node)}
        {node.time && <span className={styles.count}>{node.time.slice(0, 10)}</span>}
      </p>
      <p className={styles.words} dir="auto">
        {node.label}
      </p>
      <div className={styles.actions}>
        <Button size="small" look="primary" onClick={() => onOpen(node.id)}>
          Open
        </Button>
        <Button size="small" onClick={() => onFocus(node.id)}>
          Centre here
        </Button>
        <HistoryButton id={node.id} />
      </div>
      {node.kind === 'quote' && <SameQuote quote={node.id} />}
      {WITHDRAWABLE.has(node.kind) && (
        <WithoutSource sources={sourcesOf(view, evidenceIdOf(view, node.id) ?? node.id)} />
      )}
      <h2 className={styles.heading}>{neighbours.length === 0 ? 'No links yet' : 'Links'}</h2>
      <ul>
        {neighbours.slice(0, MOST_LINKS).map(({ edge, relation, other }) => {
          const end = graph.nodes[other]
          return (
            end && (
              <li key={edge.id}>
                <button type="button" className={styles.link} onClick={() => onSelect(end.id)}>
                  <span className={styles.relation} data-relation={edge.relation}>
                    {relation}
                  </span>
                  <KindGlyph kind={end.kind} />
                  <span className={styles.linkWords} dir="auto">
                    {end.label}
                  </span>
                </button>
                {edge.comment && <p className={styles.comment}>{edge.comment}</p>}
              </li>
            )
          )
        })}
      </ul>
      {neighbours.length > MOST_LINKS && (
        <p className={styles.count}>and {neighbours.length - MOST_LINKS} more</p>
      )}
      {centre !== null && <WayFromCentre graph={shown} from={centre} to={id} onSelect={onSelect} />}
    </aside>
  )
}
