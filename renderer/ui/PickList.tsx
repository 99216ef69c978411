import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import styles from './PickList.module.css'

/** What an entry of one line takes, in pixels, until it is measured. */
const USUAL_HEIGHT = 52

interface PickListProps {
  readonly label: string
  /** Said instead of the list while it is empty. */
  readonly nothing?: string
  /** One `Pick` for each entry, with a key. */
  readonly children: readonly ReactElement[]
}

/** The entries to choose from; of thousands only those in sight are drawn. */
export function PickList({ label, nothing = 'None.', children }: PickListProps) {
  if (children.length === 0) return <p className={styles.nothing}>{nothing}</p>
  return <Entries label={label} entries={children} />
}

function Entries({ label, entries }: { label: string; entries: readonly ReactElement[] }) {
  const list = useRef<HTMLUListElement>(null)
  const [above, setAbove] = useState(0)
  const [focused, setFocused] = useState<number | null>(null)
  useLayoutEffect(() => setAbove(heightAbove(list.current)), [])
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: 8,
    scrollMargin: above,
    // What has the focus stays, or keys would lead nowhere once it is scrolled away.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      if (focused === null || focused >= entries.length || drawn.includes(focused)) return drawn
      return [...drawn, focused].sort((one, other) => one - other)
    },
  })
  /** Up and down walk the entries; Tab goes past them. */
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || focused === null || !entries[focused + step]) return
    event.preventDefault()
    const next = () => list.current?.querySelector<HTMLElement>(`[data-index="${focused + step}"] button`)
    const drawn = next()
    if (drawn) return drawn.focus()
    virtual.scrollToIndex(focused + step)
    requestAnimationFrame(() => next()?.focus())
  }
  return (
    <ul
      ref={list}
      className={styles.list}
      aria-label={label}
      style={{ blockSize: virtual.getTotalSize() }}
      onKeyDown={walk}
      onBlur={() => setFocused(null)}
    >
      {virtual.getVirtualItems().map(({ key, index, start }) => (
        <li
          key={key}
          ref={virtual.measureElement}
          data-index={index}
          aria-setsize={entries.length}
          aria-posinset={index + 1}
          style={{ insetBlockStart: start - above }}
          onFocus={() => setFocused(index)}
        >
          {entries[index]}
        </li>
      ))}
    </ul>
  )
}

function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  return list?.closest('aside') ?? null
}

/** What stands above the list in what scrolls, in pixels. */
function heightAbove(list: HTMLElement | null): number {
  const scroller = scrollerOf(list)
  if (!list || !scroller) return 0
  return list.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
}

interface PickProps {
  readonly isCurrent: boolean
  readonly onPick: () => void
  readonly children: ReactNode
}

/** One entry of the list. */
export function Pick({ isCurrent, onPick, children }: PickProps) {
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={onPick}
    >
      {children}
    </button>
  )
}
