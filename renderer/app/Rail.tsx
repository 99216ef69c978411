import type { Feature } from '@renderer/navigation/feature'
import { useNavigation } from '@renderer/navigation/navigation-store'
import type { Route } from '@renderer/navigation/route'
import { useReadableNotebook } from '@renderer/storage/queries/readable-notebook'
import { type LucideIcon, Search, Settings } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
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

interface PlaceProps {
  readonly view: Route['view']
  readonly label: string
  readonly icon: LucideIcon
  readonly title?: string
  /** Whether it begins what stands at the foot of the rail. */
  readonly isFoot?: boolean
  /** What is laid over the picture. */
  readonly children?: ReactNode
}

function Place({ view, label, icon: Icon, title, isFoot = false, children }: PlaceProps) {
  const active = useNavigation((state) => state.tabs.find(({ key }) => key === state.active)?.route.view)
  const open = useNavigation((state) => state.open)
  return (
    <button
      type="button"
      className={isFoot ? `${styles.place} ${styles.last}` : styles.place}
      aria-current={view === active ? 'page' : undefined}
      title={title}
      onClick={() => open({ view } as Route)}
    >
      <span className={styles.picture}>
        <Icon size={18} aria-hidden="true" />
        {children}
      </span>
      {label}
    </button>
  )
}

function FeaturePlace({ feature }: { feature: Feature }) {
  const count = useWaitingCount(feature)
  if (!feature.rail) return null
  const { label, icon, key } = feature.rail
  return (
    <Place view={feature.view} label={label} icon={icon} title={`${label} (G then ${key.toUpperCase()})`}>
      {count > 0 && (
        <span className={styles.count}>
          {count > 999 ? '999+' : count}
          <span className="visually-hidden"> waiting</span>
        </span>
      )}
    </Place>
  )
}

/** The places of the notebook, at the left edge. */
export function Rail({ features }: { features: readonly Feature[] }) {
  return (
    <nav className={styles.rail} aria-label="Places">
      {features.map((feature) => (
        <FeaturePlace key={feature.view} feature={feature} />
      ))}
      <Place view="search" label="Search" icon={Search} isFoot />
      <Place view="settings" label="Settings" icon={Settings} />
    </nav>
  )
}
