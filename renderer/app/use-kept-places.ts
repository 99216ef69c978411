import { START, useNavigation } from '@renderer/navigation/navigation-store'
import { useLocal } from '@renderer/storage/queries/local'
import { useEffect, useRef } from 'react'

/** Keeps the open tabs across restarts. */
export function useKeptPlaces(): void {
  const [kept, keep] = useLocal('places', START)
  const isRestored = useRef(false)
  const { tabs, active, beside, restore } = useNavigation()
  useEffect(() => {
    if (isRestored.current) return
    isRestored.current = true
    restore(kept)
  }, [kept, restore])
  useEffect(() => {
    if (isRestored.current) keep({ tabs, active, beside })
  }, [tabs, active, beside, keep])
}
