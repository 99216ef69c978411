import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { Button } from '@renderer/ui/Button'
import { Field, TextInput } from '@renderer/ui/Field'
import { NODE_KINDS } from '@shared/domain/kinds'
import { showsAll } from '@shared/graph/filter'
import type { Graph } from '@shared/graph/graph'
import { DEFAULT_SETTINGS, type GraphSettings, toggled } from '@shared/graph/graph-settings'
import { relationNames } from '@shared/graph/relations'
import { useMemo } from 'react'
import { KINDS_NAMES } from './describe-node'
import { EdgeGlyph, KindGlyph } from './Glyphs'
import styles from './Graph.module.css'
import { SavedSets } from './SavedSets'
import { type EdgeStyle, styleOfEdge } from './scene'

interface FilterPanelProps {
  /** The whole graph, to know what there is to choose from. */
  readonly graph: Graph
  readonly settings: GraphSettings
  readonly onChange: (settings: GraphSettings) => void
}

interface RelationRow {
  readonly relation: string
  readonly count: number
  readonly style: EdgeStyle
}

function relationsOf(graph: Graph): RelationRow[] {
  const rows = new Map<string, RelationRow>()
  for (const edge of graph.edges) {
    const before = rows.get(edge.relation)
    const style = before && before.style !== 'implied' ? before.style : styleOfEdge(edge)
    rows.set(edge.relation, { relation: edge.relation, count: (before?.count ?? 0) + 1, style })
  }
  const order: readonly EdgeStyle[] = ['contradicts', 'supports', 'drawn', 'implied']
  return [...rows.values()].sort(
    (a, b) => order.indexOf(a.style) - order.indexOf(b.style) || b.count - a.count,
  )
}

/** What is shown: kinds and links (which is also the legend), tags, time, and the sets that were kept. */
export function FilterPanel({ graph, settings, onChange }: FilterPanelProps) {
  const view = useNotebookView()
  const set = (change: Partial<GraphSettings>) => onChange({ ...settings, ...change })
  const relations = useMemo(() => relationsOf(graph), [graph])
  const counts = useMemo(() => {
    const found = new Map<string, number>()
    for (const { kind } of graph.nodes) found.set(kind, (found.get(kind) ?? 0) + 1)
    return found
  }, [graph])
  const tags = view.all('tag').filter(({ fields }) => fields.mergedInto === null)
  return (
    <aside className={styles.filters} aria-label="What is shown">
      <fieldset className={styles.group}>
        <legend>Show</legend>
        {NODE_KINDS.filter((kind) => counts.has(kind)).map((kind) => (
          <label key={kind} className={styles.choice}>
            <input
              type="checkbox"
              checked={!settings.hiddenKinds.includes(kind)}
              onChange={() => set({ hiddenKinds: toggled(settings.hiddenKinds, kind) })}
            />
            <KindGlyph kind={kind} />
            <span>{KINDS_NAMES[kind]}</span>
            <span className={styles.count}>{counts.get(kind)}</span>
          </label>
        ))}
      </fieldset>
      {relations.length > 0 && (
        <fieldset className={styles.group}>
          <legend>Links</legend>
          {relations.map(({ relation, count, style }) => (
            <label key={relation} className={styles.choice}>
              <input
                type="checkbox"
                checked={!settings.hiddenRelations.includes(relation)}
                onChange={() => set({ hiddenRelations: toggled(settings.hiddenRelations, relation) })}
              />
              <EdgeGlyph edge={style} />
              <span>{relationNames(view, relation).label}</span>
              <span className={styles.count}>{count}</span>
            </label>
          ))}
        </fieldset>
      )}
      {tags.length > 0 && (
        <fieldset className={styles.group}>
          <legend>Only with a tag</legend>
          {tags.map((tag) => (
            <label key={tag.id} className={styles.choice}>
              <input
                type="checkbox"
                checked={settings.tags.includes(tag.id)}
                onChange={() => set({ tags: toggled(settings.tags, tag.id) })}
              />
              <span dir="auto">{tag.fields.label}</span>
            </label>
          ))}
        </fieldset>
      )}
      <fieldset className={styles.group}>
        <legend>Time</legend>
        <Field label="From">
          {(attributes) => (
            <TextInput
              {...attributes}
              type="date"
              value={settings.from ?? ''}
              onChange={(event) => set({ from: event.target.value || null })}
            />
          )}
        </Field>
        <Field label="To">
          {(attributes) => (
            <TextInput
              {...attributes}
              type="date"
              value={settings.to ?? ''}
              onChange={(event) => set({ to: event.target.value || null })}
            />
          )}
        </Field>
      </fieldset>
      {!showsAll({ ...settings, hiddenKinds: settings.hiddenKinds.filter((kind) => kind !== 'tag') }) && (
        <Button size="small" onClick={() => onChange({ ...DEFAULT_SETTINGS, depth: settings.depth })}>
          Show everything again
        </Button>
      )}
      <SavedSets settings={settings} onApply={onChange} />
    </aside>
  )
}
