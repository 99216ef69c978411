import type { Feature } from '@renderer/navigation/feature'
import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { useNotebookView } from '@renderer/storage/queries/notebook-view'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { Settings } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import styles from './Rail.module.css'

function RailButton({ feature, current }: { feature: Feature; current: boolean }) {
  const notebook = useReadableNotebook()
  useNotebookView()
  const count = useSyncExternalStore(
    (listener) => notebook.local.subscribe(listener),
    () => feature.rail?.waiting?.(notebook) ?? 0,
  )
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
