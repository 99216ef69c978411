import { useEffect, useState } from 'react'

/** The value as it was when the last frame was shown: what depends on it follows one frame later and never holds one up. */
export function useAfterPaint<Value>(value: Value): Value {
  const [shown, show] = useState(value)
  useEffect(() => {
    if (shown === value) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => show(() => value))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [shown, value])
  return shown
}
