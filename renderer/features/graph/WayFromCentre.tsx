import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import type { Id } from '@shared/base/ids'
import type { Graph } from '@shared/graph/graph'
import { findShortestPaths } from '@shared/graph/paths'
import { relationNames } from '@shared/graph/relations'
import { KindGlyph } from './Glyphs'
import styles from './Graph.module.css'

interface WayFromCentreProps {
  /** What is shown: the way leads through nothing that is hidden. */
  readonly graph: Graph
  readonly from: Id
  readonly to: Id
  readonly onSelect: (id: Id) => void
}

/** How the chosen thing hangs together with the one in the centre: the shortest way, link by link. */
export function WayFromCentre({ graph, from, to, onSelect }: WayFromCentreProps) {
  const view = useNotebookView()
  const [start, goal] = [graph.indexOf.get(from), graph.indexOf.get(to)]
  const [path] = start === undefined || goal === undefined ? [] : findShortestPaths(graph, start, goal, 1)
  // One link is in the list of links already.
  if (!path || path.edges.length < 2) return null
  return (
    <section aria-label="The way from the centre">
      <h2 className={styles.heading}>The way from the centre</h2>
      <ol>
        {path.edges.map((edge, step) => {
          const names = relationNames(view, edge.relation)
          const end = graph.nodes[path.nodes[step + 1] ?? -1]
          return (
            end && (
              <li key={edge.id}>
                <button type="button" className={styles.link} onClick={() => onSelect(end.id)}>
                  <span className={styles.relation} data-relation={edge.relation}>
                    {edge.from === path.nodes[step] ? names.label : names.inverse}
                  </span>
                  <KindGlyph kind={end.kind} />
                  <span className={styles.linkWords} dir="auto">
                    {end.label}
                  </span>
                </button>
              </li>
            )
          )
        })}
      </ol>
    </section>
  )
}
