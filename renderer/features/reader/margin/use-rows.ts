import { countNotAbove } from '@shared/anchoring/tokens'
import type { Annotation } from '@shared/domain/annotation'
import { useCallback, useRef, useState } from 'react'
import { useReader } from '../reader-context'
import type { ShownPassages } from '../shown-passages'
import { useGathered } from '../use-gathered'
import { useWindowOf } from '../use-reading-page'
import { layoutCards, type PlacedRow } from './layout-cards'

/** A row of the margin with what it stands for: one annotation, or several. */
export interface MarginRow extends Pick<PlacedRow, 'top' | 'height' | 'isWhole'> {
  readonly annotations: readonly Annotation[]
}

/** Heights of whole cards until they are measured: a title, a passage of two lines, and what is added to them. */
function guessHeight({ fields }: Annotation): number {
  return 76 + (fields.comment ? 40 : 0)
}

interface Heights {
  readonly of: (annotation: Annotation) => number
  /** Takes note of a card's real height. */
  readonly measure: (annotation: Annotation, isActive: boolean, height: number) => void
}

const heightKey = (annotation: Annotation, isActive: boolean) => `${annotation.id} ${isActive}`

function useHeights(active: string | null): Heights {
  const known = useRef(new Map<string, number>())
  const [, render] = useState(0)
  const measure = useCallback<Heights['measure']>((annotation, isActive, height) => {
    const key = heightKey(annotation, isActive)
    if (Math.abs((known.current.get(key) ?? -1) - height) < 1) return
    known.current.set(key, height)
    render((count) => count + 1)
  }, [])
  return {
    of: (annotation) =>
      known.current.get(heightKey(annotation, annotation.id === active)) ?? guessHeight(annotation),
    measure,
  }
}

/** Among so many cards, places are measured every so many characters only: they end up in counted rows anyway. */
const CROWD = 400
const CROWD_STEP = 48

/** Places of the annotations whose first stretch begins in the window, and of the active one. */
function placesInWindow(passages: ShownPassages, from: number, to: number): number[] {
  const first = countNotAbove(passages.starts, from - 1)
  const last = countNotAbove(passages.starts, to - 1)
  return Array.from({ length: last - first }, (_, step) => first + step)
}

interface Card {
  readonly annotation: Annotation
  /** Pixels from the top of the text. */
  readonly top: number
}

/** The cards of the annotations that are near, with the places of their passages. */
function useCards(): readonly Card[] {
  const { page, passages } = useReader()
  const state = useWindowOf(page)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state stands for the page's window and layout.
  const measure = useCallback(
    function* (): Generator<Card> {
      const { first, last } = page.window
      const from = page.surface.starts[first] ?? 0
      const to = page.surface.ends[last] ?? 0
      const places = placesInWindow(passages, from, to + 1)
      const step = places.length > CROWD ? CROWD_STEP : 1
      for (const place of places) {
        const start = Math.max(from, Math.floor((passages.starts[place] as number) / step) * step)
        const annotation = passages.annotations[place] as Annotation
        yield { annotation, top: page.extentOf(start, start + 1).top }
      }
    },
    [page, passages, state],
  )
  return useGathered(measure)
}

/** The rows of the margin beside the window of blocks that are near; nothing else is rendered. */
export function useRows(): { readonly rows: readonly MarginRow[]; readonly measure: Heights['measure'] } {
  const { active } = useReader()
  const cards = useCards()
  const heights = useHeights(active)
  const chosen = cards.findIndex(({ annotation }) => annotation.id === active)
  const wishes = cards.map(({ annotation, top }) => ({ top, height: heights.of(annotation) }))
  const rows = layoutCards(wishes, chosen < 0 ? null : chosen).map(
    ({ top, height, isWhole, first, last }): MarginRow => ({
      top,
      height,
      isWhole,
      annotations: cards.slice(first, last + 1).map(({ annotation }) => annotation),
    }),
  )
  return { rows, measure: heights.measure }
}
