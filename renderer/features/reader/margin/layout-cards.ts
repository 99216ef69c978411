/** A margin card before it has its place; all lengths in pixels. */
export interface CardWish {
  /** Where the passage stands: the card wants to begin there. */
  readonly top: number
  /** The card's height when it is shown whole. */
  readonly height: number
}

export const LINE_HEIGHT = 28
export const GAP = 6
/** A card farther than this below its passage joins a row that stands for several. */
export const MAX_DRIFT = 240

/** A row of the margin: one card, whole or as one line, or several cards counted in one line. */
export interface PlacedRow {
  readonly top: number
  readonly height: number
  /** Places in the list of wishes, `last` included. */
  readonly first: number
  readonly last: number
  readonly isWhole: boolean
}

type Draft = { -readonly [key in keyof PlacedRow]: PlacedRow[key] }

/** Goes down from `cursor`, each card at its passage or below the one before, whole where there is room. */
function placeDown(wishes: readonly CardWish[], from: number, to: number, cursor: number): Draft[] {
  const rows: Draft[] = []
  let free = cursor
  for (let place = from; place < to; place += 1) {
    const wish = wishes[place] as CardWish
    const previous = rows.at(-1)
    const drift = free - wish.top
    const isGrouping = previous && previous.last > previous.first && drift > GAP
    if (previous && !previous.isWhole && (drift > MAX_DRIFT || isGrouping)) {
      previous.last = place
      continue
    }
    const top = Math.max(wish.top, free)
    const next = wishes[place + 1]?.top ?? Number.POSITIVE_INFINITY
    const isWhole = top + wish.height + GAP <= next
    const height = isWhole ? wish.height : Math.min(LINE_HEIGHT, wish.height)
    rows.push({ top, height, first: place, last: place, isWhole })
    free = top + height + GAP
  }
  return rows
}

/** Moves rows up, the last first, until none reaches below `limit`. */
function pushUp(rows: readonly Draft[], limit: number): void {
  let bottom = limit
  for (let place = rows.length - 1; place >= 0; place -= 1) {
    const row = rows[place] as Draft
    if (row.top + row.height <= bottom) return
    row.top = bottom - row.height
    bottom = row.top - GAP
  }
}

/**
 * Places cards beside their passages, in text order, none overlapping another: whole where there is room, as
 * one line where it is crowded, counted in a row where even lines would drift away. The active card is always
 * whole and exactly at its passage; the others make room.
 */
export function layoutCards(wishes: readonly CardWish[], active: number | null): PlacedRow[] {
  const start = Number.NEGATIVE_INFINITY
  const chosen = active === null ? undefined : wishes[active]
  if (active === null || !chosen) return placeDown(wishes, 0, wishes.length, start)
  const above = placeDown(wishes, 0, active, start)
  const drawn = { top: chosen.top, height: chosen.height, first: active, last: active, isWhole: true }
  pushUp(above, drawn.top - GAP)
  const below = placeDown(wishes, active + 1, wishes.length, drawn.top + drawn.height + GAP)
  return [...above, drawn, ...below]
}
