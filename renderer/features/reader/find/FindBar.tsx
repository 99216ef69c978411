import { selectSpan } from '@renderer/anchoring/read-selection'
import { useLocal } from '@renderer/storage/queries/local'
import { Select, TextInput } from '@renderer/ui/Field'
import { IconButton } from '@renderer/ui/IconButton'
import { type FindMode, mostHits } from '@shared/anchoring/find-in-text'
import { CaseSensitive, ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useEffect, useRef } from 'react'
import { useReader } from '../reader-context'
import styles from './FindBar.module.css'
import { type Finding, useFinding } from './use-finding'

const MODES: readonly { kind: FindMode['kind']; label: string }[] = [
  { kind: 'plain', label: 'Any text' },
  { kind: 'word', label: 'Whole words' },
  { kind: 'fuzzy', label: 'Nearly so' },
  { kind: 'regexp', label: 'Pattern' },
]

function describe({ count, current, fault }: Finding, query: string): string {
  if (fault) return fault
  if (query.trim() === '') return ''
  if (count === 0) return 'Not found'
  const all = `${count.toLocaleString()}${count >= mostHits ? ' or more' : ''}`
  return `${(current + 1).toLocaleString()} of ${all}`
}

/** Finds words in the article: counts and marks all, Enter and Shift Enter walk them, Escape leaves at the last one. */
export function FindBar({ onClose }: { onClose: () => void }) {
  const { page } = useReader()
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useLocal('find-query', '')
  const [mode, setMode] = useLocal<FindMode>('find-mode', { kind: 'plain' })
  const finding = useFinding(useDeferredValue(query), mode)
  useEffect(() => input.current?.select(), [])
  const leave = () => {
    const hit = finding.hit
    onClose()
    page.surface.root.focus({ preventScroll: true })
    if (hit) selectSpan(page.surface, hit)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && event.target === input.current) finding.step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  return (
    <search className={styles.bar} aria-label="Find in article" onKeyDown={onKeyDown}>
      <TextInput
        ref={input}
        type="search"
        aria-label="Find"
        placeholder="Find in article"
        className={styles.query}
        value={query}
        aria-invalid={finding.fault !== null}
        onChange={(event) => setQuery(event.target.value)}
      />
      <Select
        aria-label="How to find"
        className={styles.mode}
        value={mode.kind}
        onChange={(event) => setMode({ ...mode, kind: event.target.value as FindMode['kind'] })}
      >
        {MODES.map(({ kind, label }) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </Select>
      <IconButton
        icon={CaseSensitive}
        label="Match capitals"
        pressed={mode.matchCase === true}
        onClick={() => setMode({ ...mode, matchCase: !mode.matchCase })}
      />
      <IconButton icon={ChevronUp} label="Previous" keys="Shift Enter" onClick={() => finding.step(-1)} />
      <IconButton icon={ChevronDown} label="Next" keys="Enter" onClick={() => finding.step(1)} />
      <span role="status" className={finding.fault ? styles.fault : styles.count}>
        {describe(finding, query)}
      </span>
      <IconButton icon={X} label="Close" keys="Esc" onClick={leave} className={styles.close} />
    </search>
  )
}
