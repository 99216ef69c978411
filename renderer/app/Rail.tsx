import type { Feature } from '@renderer/navigation/feature'
import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { Search, Settings } from 'lucide-react'
import { useEffect, useState } from 'react'
import styles from './Rail.module.css'

/** How long changes may go on before what waits is counted, in milliseconds: counting never holds up a change. */
const COUNT_AFTER = 150

function useWaitingCount({ rail }: Feature): number {
  const notebook = useReadableNotebook()
  const [count, setCount] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const countSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        setCount(rail?.waiting?.(notebook) ?? 0)
      }, COUNT_AFTER)
    }
    countSoon()
    const stops = [notebook.view.subscribe(countSoon), notebook.local.subscribe(countSoon)]
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [notebook, rail])
  return count
}

function RailButton({ feature, current }: { feature: Feature; current: boolean }) {
  const count = useWaitingCount(feature)
  const open = useNavigation((state) => state.open)
  if (!feature.rail) return null
  const { label, icon: Icon, key } = feature.rail
  return (
    <button
      type="button"
      className={styles.place}
      aria-current={current ? 'page' : undefined}
      title={`${label} (G then ${key.toUpperCase()})`}
      onClick={() => open({ view: feature.view } as Route)}
    >
      <span className={styles.picture}>
        <Icon size={18} aria-hidden="true" />
        {count > 0 && (
          <span className={styles.count}>
            {count > 999 ? '999+' : count}
            <span className="visually-hidden"> waiting</span>
          </span>
        )}
      </span>
      {label}
    </button>
  )
}

/** The places of the notebook, at the left edge. */
export function Rail({ features }: { features: readonly Feature[] }) {
  const active = useNavigation((state) => state.tabs.find(({ key }) => key === state.active)?.route.view)
  const open = useNavigation((state) => state.open)
  return (
    <nav className={styles.rail} aria-label="Places">
      {features.map((feature) => (
        <RailButton key={feature.view} feature={feature} current={feature.view === active} />
      ))}
      <button
        type="button"
        className={`${styles.place} ${styles.last}`}
        aria-current={active === 'search' ? 'page' : undefined}
        onClick={() => open({ view: 'search' })}
      >
        <span className={styles.picture}>
          <Search size={18} aria-hidden="true" />
        </span>
        Search
      </button>
      <button
        type="button"
        className={styles.place}
        aria-current={active === 'settings' ? 'page' : undefined}
        onClick={() => open({ view: 'settings' })}
      >
        <span className={styles.picture}>
          <Settings size={18} aria-hidden="true" />
        </span>
        Settings
      </button>
    </nav>
  )
}
