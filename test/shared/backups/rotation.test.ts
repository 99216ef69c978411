import { backupName, parseBackupName } from '@shared/backups/backup-name'
import { backupsToDrop, isBackupDue, type Rotation, weekOf } from '@shared/backups/rotation'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Days as they are counted in UTC, so that the tests run alike everywhere. */
const dayOf = (time: number) => Math.floor(time / DAY)

const START = Date.UTC(2026, 0, 5)
const rotations = fc.record({
  daily: fc.integer({ min: 1, max: 10 }),
  weekly: fc.integer({ min: 0, max: 8 }),
})
const backups = fc
  .uniqueArray(fc.integer({ min: 0, max: 200 * 24 }), { maxLength: 80 })
  .map((hours) => hours.map((hour) => ({ time: START + hour * HOUR })))

const keep = (all: readonly { time: number }[], rotation: Rotation) => {
  const dropped = new Set(backupsToDrop(all, rotation, dayOf))
  return all.filter((backup) => !dropped.has(backup))
}
const daysOf = (all: readonly { time: number }[]) => [...new Set(all.map(({ time }) => dayOf(time)))]
const latest = (numbers: readonly number[], count: number) =>
  numbers.toSorted((a, b) => b - a).slice(0, count)

describe('the rotation of backups', () => {
  it('keeps the latest seven days and the ends of the latest four weeks of a daily habit', () => {
    const daily = Array.from({ length: 60 }, (_, day) => ({ time: START + day * DAY + 9 * HOUR }))
    const kept = daysOf(keep(daily, { daily: 7, weekly: 4 })).map((day) => day - dayOf(START))
    expect(kept).toEqual([41, 48, 53, 54, 55, 56, 57, 58, 59])
  })

  it('keeps the latest backup of each of the latest days and weeks that have one', () => {
    fc.assert(
      fc.property(backups, rotations, (all, rotation) => {
        const kept = keep(all, rotation)
        for (const day of latest(daysOf(all), rotation.daily)) {
          const times = all.filter(({ time }) => dayOf(time) === day).map(({ time }) => time)
          expect(kept.map(({ time }) => time)).toContain(Math.max(...times))
        }
        const weeks = [...new Set(daysOf(all).map(weekOf))]
        for (const week of latest(weeks, rotation.weekly)) {
          const times = all.filter(({ time }) => weekOf(dayOf(time)) === week).map(({ time }) => time)
          expect(kept.map(({ time }) => time)).toContain(Math.max(...times))
        }
      }),
    )
  })

  it('keeps no more than it was told to, but for the latest day, of which everything stays', () => {
    fc.assert(
      fc.property(backups, rotations, (all, rotation) => {
        const kept = keep(all, rotation)
        const lastDay = Math.max(...daysOf(all))
        const older = kept.filter(({ time }) => dayOf(time) !== lastDay)
        expect(older.length).toBeLessThanOrEqual(rotation.daily + rotation.weekly)
        const ofLastDay = (list: readonly { time: number }[]) =>
          list.filter(({ time }) => dayOf(time) === lastDay).length
        expect(ofLastDay(kept)).toBe(ofLastDay(all))
      }),
    )
  })

  it('comes to the same whether it runs after every backup or once at the end, in any order', () => {
    fc.assert(
      fc.property(backups, rotations, (all, rotation) => {
        const inOrder = all.toSorted((a, b) => a.time - b.time)
        let kept: { time: number }[] = []
        for (const backup of inOrder) kept = keep([...kept, backup], rotation)
        expect(kept).toEqual(keep(inOrder, rotation))
        expect(new Set(keep(all, rotation))).toEqual(new Set(kept))
      }),
    )
  })

  it('lets nothing go the longer nobody works: only backups themselves count', () => {
    const old = [{ time: START }, { time: START + 3 * DAY }]
    expect(keep([...old, { time: START + 900 * DAY }], { daily: 7, weekly: 4 })).toHaveLength(3)
  })
})

describe('when a backup is due', () => {
  it('is due once on each day, also when the clock was set back', () => {
    expect(isBackupDue([], START, dayOf)).toBe(true)
    expect(isBackupDue([START + HOUR], START + 23 * HOUR, dayOf)).toBe(false)
    expect(isBackupDue([START + 23 * HOUR], START + 25 * HOUR, dayOf)).toBe(true)
    expect(isBackupDue([START + 40 * DAY], START, dayOf)).toBe(true)
    expect(isBackupDue([START + 40 * DAY, START], START + HOUR, dayOf)).toBe(false)
  })
})

describe('the name of a backup', () => {
  it('tells the second it was made in and the notebook, and sorts by time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.integer({ min: 0, max: 0xffffffff }),
        (second, mark) => {
          const made = { time: second * 1000, notebook: mark.toString(16).padStart(8, '0') }
          expect(parseBackupName(backupName(made))).toEqual(made)
          expect(backupName(made) < backupName({ ...made, time: made.time + 1000 })).toBe(true)
        },
      ),
    )
  })

  it.each(['work.florilegium', 'notebook-2026-13-41T09-15-07Z-3f2a9c1d.florilegium', 'notebook.zip', ''])(
    'knows that “%s” is none of its own',
    (name) => expect(parseBackupName(name)).toBeNull(),
  )
})
