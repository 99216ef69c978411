import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { TextInput } from '@renderer/ui/Field'
import type { Id } from '@shared/base/ids'
import type { Graph } from '@shared/graph/graph'
import { findRecords } from '@shared/notebook/find-records'
import { type KeyboardEvent, useId, useState } from 'react'
import { kindOf } from './describe-node'
import { KindGlyph } from './Glyphs'
import styles from './Graph.module.css'

const FOUND = 8

/** Finds a thing by its words and centres the graph on it. */
export function GraphSearch({ graph, onChoose }: { graph: Graph; onChoose: (id: Id) => void }) {
  const view = useNotebookView()
  const listId = useId()
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  const numbers = words.trim()
    ? findRecords(view, words, FOUND * 2).map(({ id }) => graph.indexOf.get(id))
    : []
  const found = [...new Set(numbers)].flatMap((number) => graph.nodes[number ?? -1] ?? []).slice(0, FOUND)
  const choose = (id: Id | undefined) => {
    if (!id) return
    setWords('')
    onChoose(id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) {
      event.preventDefault()
      setActive((active + step + found.length) % found.length)
    } else if (event.key === 'Enter') choose(found[active]?.id)
    else if (event.key === 'Escape') setWords('')
  }
  return (
    <div className={styles.search}>
      <TextInput
        type="search"
        role="combobox"
        aria-label="Find in the graph"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(found.length > 0 ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
        placeholder="Find in the graph"
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label="Found" className={styles.found} hidden={found.length === 0}>
        {found.map((node, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field.
          <div
            key={node.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            onClick={() => choose(node.id)}
          >
            <KindGlyph kind={node.kind} />
            <span className={styles.optionWords}>{node.label}</span>
            <span className={styles.count}>{kindOf(node)}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
