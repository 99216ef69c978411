import { makeStamp } from '@shared/base/clock'
import type { RecordHistory, StampedChange } from '@shared/changes/transaction'
import { groupVersions, sumOfGroup, versionsOf } from '@shared/notebook/record-versions'
import { describe, expect, it } from 'vitest'

const [ANN, BEN] = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b'] as const
const START = Date.UTC(2026, 2, 14)
const at = (second: number, who: string = ANN) => makeStamp(START + second * 1000, 0, who)

const note = (...changes: StampedChange[]): RecordHistory => ({
  id: '01900000-0000-7000-8000-000000000001',
  kind: 'note',
  changes,
})
const made: StampedChange = { stamp: at(0), set: { title: '', content: 'x', private: false } }

describe('the versions of a record', () => {
  it('say for each field what its author replaced and by what, and what the record was then', () => {
    const versions = versionsOf(
      note(made, { stamp: at(1000), set: { title: 'Plan' }, was: { title: at(0) } }),
    )
    expect(versions.map(({ isFirst }) => isFirst)).toEqual([true, false])
    expect(versions[1]?.fields).toEqual([{ field: 'title', before: '', after: 'Plan', isUnaware: false }])
    expect(versions[1]?.state).toEqual({ title: 'Plan', content: 'x', private: false })
  })

  it('tell a change whose author did not know of the one before, with the value that they saw', () => {
    const versions = versionsOf(
      note(
        made,
        { stamp: at(1000, ANN), set: { title: 'Ann’s' }, was: { title: at(0) } },
        { stamp: at(2000, BEN), set: { title: 'Ben’s' }, was: { title: at(0) } },
      ),
    )
    expect(versions[2]?.fields).toEqual([{ field: 'title', before: '', after: 'Ben’s', isUnaware: true }])
    expect(versions[1]?.fields[0]?.isUnaware).toBe(false)
  })
})

describe('groups of versions', () => {
  const typed = (second: number, content: string, before: number, who: string = ANN): StampedChange => ({
    stamp: at(second, who),
    set: { content },
    was: { content: at(before, who === BEN ? ANN : who) },
  })

  it('join what one person typed without a long pause, and keep everything else apart', () => {
    const versions = versionsOf(
      note(
        made,
        typed(10, 'xy', 0),
        typed(100, 'xyz', 10),
        { stamp: at(110), set: { private: true }, was: { private: at(0) } },
        typed(120, 'xyzz', 100),
        typed(1000, 'later', 120),
        typed(1010, 'by Ben', 1000, BEN),
      ),
    )
    expect(groupVersions(versions).map(({ length }) => length)).toEqual([1, 2, 1, 1, 1, 1])
  })

  it('sum up to what was before the first and after the last', () => {
    const [, group] = groupVersions(versionsOf(note(made, typed(10, 'xy', 0), typed(100, 'xyz', 10))))
    expect(sumOfGroup(group ?? [])).toMatchObject({
      stamp: at(100),
      fields: [{ field: 'content', before: 'x', after: 'xyz' }],
      state: { content: 'xyz' },
    })
  })
})
