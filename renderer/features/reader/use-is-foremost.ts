import { type RefObject, useEffect, useId } from 'react'
import { create } from 'zustand'

/** Which of several readers side by side the keys are meant for: the one that was used last. */
const useForemost = create<{ readonly key: string | null }>(() => ({ key: null }))

/** Whether this reader is the one of several that was used last. */
export function useIsForemost(frame: RefObject<HTMLElement | null>): boolean {
  const key = useId()
  const foremost = useForemost((state) => state.key)
  useEffect(() => {
    const element = frame.current
    const claim = () => useForemost.setState({ key })
    element?.addEventListener('focusin', claim)
    element?.addEventListener('pointerdown', claim)
    return () => {
      element?.removeEventListener('focusin', claim)
      element?.removeEventListener('pointerdown', claim)
      useForemost.setState((state) => (state.key === key ? { key: null } : state))
    }
  }, [frame, key])
  return foremost === null || foremost === key
}
