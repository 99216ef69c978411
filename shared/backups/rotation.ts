/** How many backups are kept. */
export interface Rotation {
  /** Days of which the latest backup is kept: the latest days that have one. */
  readonly daily: number
  /** Weeks of which the latest backup is kept: the latest weeks that have one. */
  readonly weekly: number
}

export const STANDARD_ROTATION: Rotation = { daily: 7, weekly: 4 }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** The day that a time (milliseconds since 1970) falls on where the user is, counted from 1970. */
export function localDay(time: number): number {
  return Math.floor((time - new Date(time).getTimezoneOffset() * MINUTE) / DAY)
}

/** The week, from Monday, that a day falls in; 1 January 1970 was a Thursday. */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7)
}

/**
 * The backups to let go of. Days and weeks are counted among the backups themselves and never against the clock: weeks
 * away, or a clock set wrong, cost nothing. All backups of the latest day stay, so that one made by hand does not push
 * out the one before it.
 */
export function backupsToDrop<Backup extends { readonly time: number }>(
  backups: readonly Backup[],
  { daily, weekly }: Rotation,
  dayOf: (time: number) => number = localDay,
): Backup[] {
  const days = new Set<number>()
  const weeks = new Set<number>()
  const latestFirst = [...backups].sort((a, b) => b.time - a.time)
  const latestDay = latestFirst[0] && dayOf(latestFirst[0].time)
  return latestFirst.filter(({ time }) => {
    const day = dayOf(time)
    const isKeptForDay = takePlace(days, day, daily)
    const isKeptForWeek = takePlace(weeks, weekOf(day), weekly)
    return !isKeptForDay && !isKeptForWeek && day !== latestDay
  })
}

/** Whether something is the first of its period, and the period one of so many. */
function takePlace(periods: Set<number>, period: number, most: number): boolean {
  if (periods.has(period) || periods.size >= most) return false
  periods.add(period)
  return true
}

/**
 * Whether a notebook that no backup holds as it is is to be backed up: once on each day. All backups are looked at, not
 * the latest alone: one that was made while the clock was ahead stays the latest for long.
 */
export function isBackupDue(
  times: readonly number[],
  now: number,
  dayOf: (time: number) => number = localDay,
): boolean {
  const today = dayOf(now)
  return times.every((time) => dayOf(time) !== today)
}
