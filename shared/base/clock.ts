import { type Id, isId } from './ids'

/**
 * A hybrid logical clock value with its contributor: `TTTTTTTTT-CCCC-<contributor id>`, time in milliseconds
 * since 1970 and counter in base 36. Plain string order is the order of time, counter, contributor.
 * Source: Kulkarni, Demirbas et al., "Logical Physical Clocks" (2014).
 */
export type Stamp = string

const TIME_DIGITS = 9
const COUNTER_DIGITS = 4
const COUNTER_LIMIT = 36 ** COUNTER_DIGITS
/** No honest clock shows a time after this; a stamp beyond it would win every merge for ever. */
const LATEST_TIME = Date.UTC(2200, 0, 1)

const pad = (value: number, digits: number) => value.toString(36).padStart(digits, '0')

/** Writes a stamp from its parts. */
export function makeStamp(time: number, counter: number, contributor: Id): Stamp {
  return `${pad(time, TIME_DIGITS)}-${pad(counter, COUNTER_DIGITS)}-${contributor}`
}

/** Milliseconds since 1970 at which the stamped change was made, by its author's clock. */
export function timeOf(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(0, TIME_DIGITS), 36)
}

/** The id of the contributor who made the stamped change. */
export function contributorOf(stamp: Stamp): Id {
  return stamp.slice(TIME_DIGITS + COUNTER_DIGITS + 2)
}

const counterOf = (stamp: Stamp) =>
  Number.parseInt(stamp.slice(TIME_DIGITS + 1, TIME_DIGITS + 1 + COUNTER_DIGITS), 36)

/** Whether an untrusted value is a well-formed stamp of a believable time. */
export function isStamp(value: unknown): value is Stamp {
  if (typeof value !== 'string' || !/^[0-9a-z]{9}-[0-9a-z]{4}-/.test(value)) return false
  return isId(contributorOf(value)) && timeOf(value) <= LATEST_TIME
}

export interface Clock {
  readonly contributor: Id
  /** A stamp larger than every one ticked or observed before. */
  tick(): Stamp
  /** Takes note of a stamp made elsewhere, so that what follows is later than it. */
  observe(stamp: Stamp): void
}

/** Windows that can write to one notebook at a time without ever making the same stamp. */
export const LANES = 36

/**
 * Makes a contributor's clock; `now` gives milliseconds since 1970 and may be wrong or run backwards. Windows
 * of one contributor that run at the same time take different lanes (0 to LANES - 1): their counters never meet.
 */
export function createClock(contributor: Id, now: () => number = Date.now, lane = 0): Clock {
  let time = 0
  let counter = lane
  const step = () => {
    counter += LANES
    if (counter >= COUNTER_LIMIT) [time, counter] = [time + 1, lane]
  }
  return {
    contributor,
    tick() {
      const wall = Math.max(0, Math.floor(now()))
      if (wall > time) [time, counter] = [wall, lane]
      else step()
      return makeStamp(time, counter, contributor)
    },
    observe(stamp) {
      const [seenTime, seenCounter] = [timeOf(stamp), counterOf(stamp)]
      if (seenTime > time) [time, counter] = [seenTime, lane]
      if (seenTime === time) while (counter < seenCounter && time === seenTime) step()
    },
  }
}
