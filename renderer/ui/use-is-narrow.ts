import { useCallback, useState } from 'react'

/** Whether an element is at most `most` CSS pixels wide, as long as it is on the page; give it the ref. */
export function useIsNarrow(most: number): readonly [(element: HTMLElement | null) => void, boolean] {
  const [isNarrow, setIsNarrow] = useState(false)
  const watch = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return
      const measure = () => setIsNarrow(element.clientWidth <= most)
      measure()
      const observer = new ResizeObserver(measure)
      observer.observe(element)
      return () => observer.disconnect()
    },
    [most],
  )
  return [watch, isNarrow]
}
