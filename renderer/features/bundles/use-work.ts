import { useCallback, useState } from 'react'

/** Work under way: how far it is, in its own units (`total` 0 while unknown), and how to stop it. */
export interface Work {
  readonly done: number
  readonly total: number
  readonly stop: () => void
}

type Run = <Outcome>(
  begin: (progress: (done: number, total: number) => void, signal: AbortSignal) => Promise<Outcome>,
) => Promise<Outcome>

/** One piece of long work at a time, shown where it was begun. */
export function useWork(): { readonly work: Work | null; readonly run: Run } {
  const [work, setWork] = useState<Work | null>(null)
  const run: Run = useCallback(async (begin) => {
    const controller = new AbortController()
    const stop = () => controller.abort()
    setWork({ done: 0, total: 0, stop })
    try {
      return await begin((done, total) => setWork({ done, total, stop }), controller.signal)
    } finally {
      setWork(null)
    }
  }, [])
  return { work, run }
}
