import type { Spans } from '@renderer/anchoring/highlight-painter'
import type { Span } from '@renderer/anchoring/read-selection'
import { TextFinder } from '@renderer/workers/text-finder'
import type { FindMode } from '@shared/anchoring/find-in-text'
import { countNotAbove } from '@shared/anchoring/tokens'
import { useEffect, useMemo, useState } from 'react'
import { useReader } from '../reader-context'

const NO_HITS: Spans = { starts: new Int32Array(), ends: new Int32Array() }

export interface Finding {
  readonly count: number
  /** Which hit one is at, from 0; -1 while there is none. */
  readonly current: number
  /** The hit one is at. */
  readonly hit: Span | null
  readonly fault: string | null
  readonly step: (by: 1 | -1) => void
}

interface Found {
  readonly hits: Spans
  readonly current: number
  readonly fault: string | null
}

const NOTHING: Found = { hits: NO_HITS, current: -1, fault: null }

/** Marks all hits of a query in the text, and walks them from where one is reading. */
export function useFinding(query: string, mode: FindMode): Finding {
  const { page } = useReader()
  const finder = useMemo(() => new TextFinder(page.surface.text), [page])
  const [found, setFound] = useState(NOTHING)
  const { kind, matchCase = false } = mode
  useEffect(() => () => finder.stop(), [finder])
  useEffect(() => {
    if (query.trim() === '') {
      finder.stop()
      return setFound(NOTHING)
    }
    finder.find(query, { kind, matchCase }, (answer) => {
      if ('fault' in answer) return setFound({ ...NOTHING, fault: answer.fault })
      const { starts } = answer
      const next = countNotAbove(starts, page.firstSeen() - 1)
      const current = starts.length === 0 ? -1 : next % starts.length
      setFound({ hits: answer, current, fault: null })
    })
  }, [finder, page, query, kind, matchCase])
  const { hits, current } = found
  useEffect(() => {
    page.painter.mark('found', hits)
    return () => page.painter.mark('found', NO_HITS)
  }, [page, hits])
  useEffect(() => {
    const start = hits.starts[current]
    page.painter.mark('found-current', {
      starts: hits.starts.subarray(current, current + 1),
      ends: hits.ends.subarray(current, current + 1),
    })
    if (start !== undefined && !page.isSeen(start)) page.reveal(start, 0.4)
    return () => page.painter.mark('found-current', NO_HITS)
  }, [page, hits, current])
  const count = hits.starts.length
  return {
    count,
    current,
    hit: current < 0 ? null : [hits.starts[current] ?? 0, hits.ends[current] ?? 0],
    fault: found.fault,
    step: (by) => {
      if (count > 0) setFound({ ...found, current: (current + by + count) % count })
    },
  }
}
