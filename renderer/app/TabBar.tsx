import { type Tab, useNavigation } from '@renderer/navigation/navigation-store'
import { Columns2, X } from 'lucide-react'
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import styles from './TabBar.module.css'

interface TabBarProps {
  readonly titleOf: (tab: Tab) => string
}

/** The open places; arrows move between them, Delete closes one, the middle button too; B shows one beside. */
export function TabBar({ titleOf }: TabBarProps) {
  const { tabs, active, beside, activate, close, openBeside } = useNavigation()
  const bar = useRef<HTMLElement>(null)
  const reveal = useCallback(() => {
    bar.current
      ?.querySelector('[data-active="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a tab that was opened or closed moves the others.
  useEffect(reveal, [reveal, active, tabs.length])
  const isShown = tabs.length >= 2
  useEffect(() => {
    if (!isShown || !bar.current) return
    const resizes = new ResizeObserver(reveal)
    resizes.observe(bar.current)
    return () => resizes.disconnect()
  }, [isShown, reveal])
  if (!isShown) return null
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const target = step ? tabs[(index + step + tabs.length) % tabs.length] : undefined
    if (target) {
      activate(target.key)
      document.getElementById(`tab-${target.key}`)?.focus()
    }
    const tab = tabs[index] as Tab
    if (event.key === 'Delete') close(tab.key)
    if (event.key === 'b' && tab.key !== active) openBeside(tab.route)
  }
  return (
    <nav ref={bar} className={styles.bar} aria-label="Open places">
      {tabs.map((tab, index) => (
        <div key={tab.key} className={styles.tab} data-active={tab.key === active}>
          <button
            type="button"
            id={`tab-${tab.key}`}
            aria-current={tab.key === active ? 'page' : undefined}
            tabIndex={tab.key === active ? 0 : -1}
            className={styles.name}
            title={titleOf(tab)}
            onClick={() => activate(tab.key)}
            onAuxClick={(event) => event.button === 1 && close(tab.key)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {titleOf(tab)}
          </button>
          {tab.key !== active && (
            <button
              type="button"
              className={styles.tool}
              tabIndex={-1}
              aria-label={`Show ${titleOf(tab)} beside`}
              aria-pressed={tab.key === beside}
              title="Show beside"
              onClick={() => openBeside(tab.route)}
            >
              <Columns2 size={13} aria-hidden="true" />
            </button>
          )}
          <button
            type="button"
            className={styles.tool}
            tabIndex={-1}
            aria-label={`Close ${titleOf(tab)}`}
            title="Close"
            onClick={() => close(tab.key)}
          >
            <X size={13} aria-hidden="true" />
          </button>
        </div>
      ))}
    </nav>
  )
}
