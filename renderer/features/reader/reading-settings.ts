import { useLocal } from '@renderer/storage/queries/local'
import { useCallback, useMemo } from 'react'

/** How this machine shows texts. */
export interface ReadingSettings {
  /** Pixels. */
  readonly size: number
  /** Characters in a line, about. */
  readonly measure: number
  readonly face: 'serif' | 'sans'
  readonly showsMargin: boolean
  readonly showsOutline: boolean
}

export const SIZES = { least: 14, most: 28, usual: 18 }
export const MEASURES = { least: 50, most: 90, usual: 66 }

const USUAL: ReadingSettings = {
  size: SIZES.usual,
  measure: MEASURES.usual,
  face: 'serif',
  showsMargin: true,
  showsOutline: false,
}

/** The settings and a way to change some of them. */
export function useReadingSettings(): readonly [ReadingSettings, (change: Partial<ReadingSettings>) => void] {
  const [kept, keep] = useLocal<Partial<ReadingSettings>>('reading', {})
  const settings = useMemo(() => ({ ...USUAL, ...kept }), [kept])
  const change = useCallback(
    (some: Partial<ReadingSettings>) => keep({ ...settings, ...some }),
    [settings, keep],
  )
  return [settings, change]
}
