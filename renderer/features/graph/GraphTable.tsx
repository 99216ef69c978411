import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import type { Id } from '@shared/base/ids'
import { degreeOf, type Graph } from '@shared/graph/graph'
import { relationNames } from '@shared/graph/relations'
import { useState } from 'react'
import { kindOf } from './describe-node'
import { KindGlyph } from './Glyphs'
import styles from './Graph.module.css'

interface GraphTableProps {
  readonly graph: Graph
  readonly cursor: Id | null
  readonly onSelect: (id: Id) => void
  readonly onOpen: (id: Id) => void
}

const PAGE = 300

/** The same things and links as in the drawing, as rows. */
export function GraphTable({ graph, cursor, onSelect, onOpen }: GraphTableProps) {
  const view = useNotebookView()
  const [limit, setLimit] = useState(PAGE)
  const labelOf = (node: number) => graph.nodes[node]?.label ?? ''
  return (
    <section className={styles.tables} aria-label="The graph as a table" tabIndex={0}>
      <table className={styles.table} data-graph-nodes>
        <caption>
          {graph.nodes.length} {graph.nodes.length === 1 ? 'thing' : 'things'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Words</th>
            <th scope="col">Date</th>
            <th scope="col">Links</th>
            <th scope="col">
              <span className="visually-hidden">Open</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {graph.nodes.slice(0, limit).map((node, index) => (
            <tr key={node.id} aria-current={node.id === cursor ? 'true' : undefined}>
              <td className={styles.kindCell}>
                <KindGlyph kind={node.kind} /> {kindOf(node)}
              </td>
              <th scope="row" dir="auto">
                <button type="button" className={styles.rowName} onClick={() => onSelect(node.id)}>
                  {node.label}
                </button>
              </th>
              <td>{node.time?.slice(0, 10)}</td>
              <td className={styles.number}>{degreeOf(graph, index)}</td>
              <td>
                <Button
                  size="small"
                  look="quiet"
                  aria-label={`Open ${node.label}`}
                  onClick={() => onOpen(node.id)}
                >
                  Open
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={styles.table} data-graph-links>
        <caption>
          {graph.edges.length} {graph.edges.length === 1 ? 'link' : 'links'}
        </caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Link</th>
            <th scope="col">To</th>
            <th scope="col">Comment</th>
          </tr>
        </thead>
        <tbody>
          {graph.edges.slice(0, limit).map(({ id, from, to, relation, comment }) => (
            <tr key={id}>
              <td dir="auto">{labelOf(from)}</td>
              <td className={styles.relation} data-relation={relation}>
                {relationNames(view, relation).label}
              </td>
              <td dir="auto">{labelOf(to)}</td>
              <td dir="auto">{comment}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {limit < Math.max(graph.nodes.length, graph.edges.length) && (
        <Button onClick={() => setLimit(limit + PAGE)}>Show more rows</Button>
      )}
    </section>
  )
}
