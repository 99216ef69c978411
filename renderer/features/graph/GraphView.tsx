import { useInHand } from '@renderer/navigation/in-hand'
import { useLocal } from '@renderer/storage/queries/local'
import { Button } from '@renderer/ui/Button'
import { EmptyState } from '@renderer/ui/EmptyState'
import { IconButton } from '@renderer/ui/IconButton'
import { useIsNarrow } from '@renderer/ui/use-is-narrow'
import type { Id } from '@shared/base/ids'
import { DEFAULT_SETTINGS, type GraphSettings, readSettings } from '@shared/graph/graph-settings'
import { DEPTHS } from '@shared/graph/neighbourhood'
import { SlidersHorizontal } from 'lucide-react'
import { useEffect, useState } from 'react'
import { FilterPanel } from './FilterPanel'
import styles from './Graph.module.css'
import { GraphMap } from './GraphMap'
import { GraphSearch } from './GraphSearch'
import { GraphTable } from './GraphTable'
import { Inspector } from './Inspector'
import { useShownGraph } from './use-shown-graph'

export interface GraphViewProps {
  /** What the graph opens around; null for the most linked thing. */
  readonly selected: Id | null
  /** Goes to the passage or the page of a thing. */
  readonly onOpen: (id: Id) => void
  readonly onSelect: (id: Id) => void
  /** The graph is to be drawn around another thing. Without it the view keeps that to itself. */
  readonly onFocus?: (id: Id) => void
}

const DEPTH_NAMES = { 1: '1 link', 2: '2 links', 3: '3 links', all: 'Everything' } as const

/** CSS pixels (56rem in the style sheet): in a view no wider the filters lie over the map, so they wait to be asked for. */
const NARROW = 896

function useFilters() {
  const [isKept, keep] = useLocal('graph:filters', true)
  const [isOver, setIsOver] = useState(false)
  const [watch, isNarrow] = useIsNarrow(NARROW)
  return {
    watch,
    isShown: isNarrow ? isOver : isKept,
    toggle: () => (isNarrow ? setIsOver(!isOver) : keep(!isKept)),
  }
}

/** The graph: what hangs together with what, around one thing, as a drawing or as a table. */
export function GraphView({ selected, onOpen, onSelect, onFocus }: GraphViewProps) {
  const [kept, keep] = useLocal<unknown>('graph:settings', DEFAULT_SETTINGS)
  const [settings, setSettings] = useState(() => readSettings(kept))
  const filters = useFilters()
  const [form, setForm] = useLocal<'map' | 'table'>('graph:form', 'map')
  const [centre, setCentre] = useState(selected)
  const [cursor, setCursor] = useState(selected)
  useEffect(() => {
    setCentre(selected)
    setCursor(selected)
  }, [selected])
  const { view, whole, graph, leftOut, focus } = useShownGraph(centre, settings)
  const shown = cursor ?? focus
  useInHand(shown)
  const change = (next: GraphSettings) => {
    setSettings(next)
    keep(next)
  }
  const select = (id: Id) => {
    setCursor(id)
    onSelect(id)
  }
  const centreOn = (id: Id) => {
    setCentre(id)
    select(id)
    onFocus?.(id)
  }
  const stepDepth = (step: 1 | -1) => {
    const depth = DEPTHS[DEPTHS.indexOf(settings.depth) + step]
    if (depth !== undefined) change({ ...settings, depth })
  }
  if (whole.nodes.length === 0)
    return (
      <EmptyState title="Graph">
        Here you see how articles, quotes, claims and people hang together. Capture an article and mark a
        passage in it to begin.
      </EmptyState>
    )
  const surroundings = { graph, cursor: shown, onSelect: select, onOpen }
  return (
    <section className={styles.view} aria-label="Graph" data-filters={filters.isShown} ref={filters.watch}>
      <header className={styles.bar}>
        <IconButton
          icon={SlidersHorizontal}
          label="Filters and legend"
          pressed={filters.isShown}
          onClick={filters.toggle}
        />
        <h1 className={styles.title}>Graph</h1>
        <GraphSearch graph={whole} onChoose={centreOn} />
        <fieldset className={styles.segments}>
          <legend className="visually-hidden">How far around</legend>
          {DEPTHS.map((depth) => (
            <Button
              key={depth}
              size="small"
              look="quiet"
              aria-pressed={settings.depth === depth}
              className={styles.segment ?? ''}
              onClick={() => change({ ...settings, depth })}
            >
              {DEPTH_NAMES[depth]}
            </Button>
          ))}
        </fieldset>
        <fieldset className={styles.segments}>
          <legend className="visually-hidden">Form</legend>
          {(['map', 'table'] as const).map((name) => (
            <Button
              key={name}
              size="small"
              look="quiet"
              aria-pressed={form === name}
              className={styles.segment ?? ''}
              onClick={() => setForm(name)}
            >
              {name === 'map' ? 'Map' : 'Table'}
            </Button>
          ))}
        </fieldset>
      </header>
      <div className={styles.body}>
        {filters.isShown && <FilterPanel graph={whole} settings={settings} onChange={change} />}
        <div className={styles.middle}>
          {form === 'map' ? (
            <GraphMap view={view} focus={focus} onFocus={centreOn} onDepth={stepDepth} {...surroundings} />
          ) : (
            <GraphTable {...surroundings} />
          )}
          <p className={styles.tally}>
            {graph.nodes.length} of {whole.nodes.length} shown
            {leftOut > 0 &&
              `; ${leftOut} more within ${DEPTH_NAMES[settings.depth]} left out, the least linked`}
          </p>
        </div>
        {shown && (
          <Inspector
            graph={whole}
            shown={graph}
            centre={focus}
            id={shown}
            onSelect={select}
            onOpen={onOpen}
            onFocus={centreOn}
          />
        )}
      </div>
    </section>
  )
}
