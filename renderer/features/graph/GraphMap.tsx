import type { Id } from '@shared/base/ids'
import type { Graph } from '@shared/graph/graph'
import { relationNames } from '@shared/graph/relations'
import type { NotebookView } from '@shared/notebook/notebook-view'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { zoomAt } from './camera'
import { announcementOf } from './describe-node'
import styles from './Graph.module.css'
import { GraphPicture } from './graph-picture'
import { prepareScene } from './scene'
import { useLayout } from './use-layout'
import { usePointer } from './use-pointer'
import { isDirection, nextAround, walkLink } from './walk-links'

interface GraphMapProps {
  readonly view: NotebookView
  readonly graph: Graph
  readonly focus: Id | null
  readonly cursor: Id | null
  readonly onSelect: (id: Id) => void
  readonly onOpen: (id: Id) => void
  readonly onFocus: (id: Id) => void
  readonly onDepth: (step: 1 | -1) => void
}

/** Milliseconds that things take to their new places; none for who wants less motion. */
function motion(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 140
}

/** The drawn graph. What is drawn is also said: where the keyboard is goes to a live region. */
export function GraphMap(props: GraphMapProps) {
  const { view, graph, focus, cursor, onSelect, onOpen, onFocus, onDepth } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const picture = useRef<GraphPicture | null>(null)
  const [hovered, setHovered] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const cameFrom = useRef<Id | null>(null)
  const isFresh = useRef(true)
  const scene = useMemo(() => prepareScene(graph), [graph])
  const latestView = useRef(view)
  latestView.current = view
  const indexOf = (id: Id | null) => (id === null ? null : (graph.indexOf.get(id) ?? null))
  const cursorIndex = indexOf(cursor)
  const focusIndex = indexOf(focus)
  const idOf = (node: number) => graph.nodes[node]?.id ?? null

  const layout = useLayout((places, settled) => {
    if (!picture.current) return
    const refit = isFresh.current
    picture.current.settle(places, refit, settled ? motion() : 0)
    if (settled) isFresh.current = false
  })

  useEffect(() => {
    const shown = new GraphPicture(
      canvas.current as HTMLCanvasElement,
      (relation) => relationNames(latestView.current, relation).label,
    )
    picture.current = shown
    const observer = new ResizeObserver(() => shown.resize())
    observer.observe(shown.canvas)
    return () => {
      observer.disconnect()
      shown.dispose()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new focus comes with a new scene.
  useEffect(() => {
    isFresh.current = true
    picture.current?.setScene(scene, layout.start(scene, focusIndex === null ? [] : [focusIndex]))
    setHovered(null)
  }, [scene])

  // biome-ignore lint/correctness/useExhaustiveDependencies: marks are set again on a new scene.
  useEffect(() => {
    picture.current?.setMarks({ cursor: cursorIndex, focus: focusIndex, hovered, path: [] })
  }, [scene, cursorIndex, focusIndex, hovered])

  // biome-ignore lint/correctness/useExhaustiveDependencies: said once when the cursor moves.
  useEffect(() => {
    if (cursorIndex !== null) setSaid(announcementOf(view, graph, cursorIndex, indexOf(cameFrom.current)))
  }, [cursor])

  const pointer = usePointer(picture, {
    onHover: setHovered,
    onSelect: (node) => {
      cameFrom.current = null
      onSelect(idOf(node) as Id)
    },
    onOpen: (node) => onOpen(idOf(node) as Id),
    onDrag: layout.pin,
    onDrop: layout.release,
  })

  const moveTo = (from: number, to: number | null) => {
    if (to === null) return
    cameFrom.current = idOf(from)
    onSelect(idOf(to) as Id)
  }

  const zoom = (factor: number) => {
    const shown = picture.current
    if (!shown) return
    const middle = { x: shown.size.width / 2, y: shown.size.height / 2 }
    shown.moveCamera(zoomAt(shown.camera, shown.size, middle, factor))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const here = cursorIndex ?? focusIndex ?? scene.byImportance[0]
    if (here === undefined) return
    const { key } = event
    const places = picture.current?.places
    if (isDirection(key) && places && places.x.length === graph.nodes.length)
      moveTo(here, walkLink(graph, places, here, key))
    else if (key === ',' || key === '.') {
      const around = indexOf(cameFrom.current) ?? focusIndex ?? here
      moveTo(around, nextAround(graph, around, here, key === '.' ? 1 : -1))
    } else if (key === 'Home' && focusIndex !== null) moveTo(here, focusIndex)
    else if (key === 'Enter') onOpen(idOf(here) as Id)
    else if (key === 'f' || key === 'F') onFocus(idOf(here) as Id)
    else if (key === '+' || key === '=') onDepth(1)
    else if (key === '-') onDepth(-1)
    else if (key === 'PageUp') zoom(1.25)
    else if (key === 'PageDown') zoom(0.8)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={styles.map}>
      <div
        role="application"
        aria-label="Graph. Arrows walk along links, Enter opens, F centres, plus and minus change how far one sees. The table beside it holds the same."
        tabIndex={0}
        className={styles.stage}
        onKeyDown={onKeyDown}
        data-graph-map
      >
        <canvas ref={canvas} className={styles.canvas} data-hovering={hovered !== null} {...pointer} />
      </div>
      <p className="visually-hidden" aria-live="polite" data-graph-said>
        {said}
      </p>
    </div>
  )
}
