import { useLocal } from '@renderer/storage/queries/local'
import { useEffect } from 'react'

export type Theme = 'system' | 'light' | 'dark'

/** Follows the system unless the user chose light or dark. */
export function useTheme(): void {
  const [theme] = useLocal<Theme>('theme', 'system')
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
}
