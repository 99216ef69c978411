const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' })
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })

/** A time in words: relative up to a day, then the date. `time` in milliseconds since 1970. */
export function describeTime(time: number, now: number = Date.now()): string {
  const past = now - time
  if (past < MINUTE) return relative.format(0, 'minute')
  if (past < HOUR) return relative.format(-Math.round(past / MINUTE), 'minute')
  if (past < DAY) return relative.format(-Math.round(past / HOUR), 'hour')
  return day.format(time)
}

/** A date with the time of day, for things that are told apart by when they were made. */
export function describeMoment(time: number): string {
  return moment.format(time)
}

/** The time of day, such as 14:02, with the date when that was not today. Times in milliseconds since 1970. */
export function describeClock(time: number, now: number = Date.now()): string {
  return day.format(time) === day.format(now) ? clock.format(time) : moment.format(time)
}

/** An ISO date or date-time as a date in the user's language; other text is given back as it is. */
export function describeDate(iso: string): string {
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(iso)
  const time = Date.parse(dateOnly ? `${iso}T12:00` : iso)
  return Number.isNaN(time) || /^\d{4}(-\d{2})?$/.test(iso) ? iso : day.format(time)
}
