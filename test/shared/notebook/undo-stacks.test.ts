import type { Stamp } from '@shared/base/clock'
import { followStep, NO_STEPS, type Step } from '@shared/notebook/undo-stacks'
import { describe, expect, it } from 'vitest'

const step = (stamp: string, intent = 'edit', undoes?: string): Step => ({
  stamp: stamp as Stamp,
  intent,
  ...(undoes === undefined ? {} : { undoes: undoes as Stamp }),
})
const follow = (...steps: readonly Step[]) => steps.reduce(followStep, NO_STEPS)
const stampsOf = (steps: readonly Step[]) => steps.map(({ stamp }) => stamp)

describe('the steps of undo', () => {
  it('are taken back last first, and brought back in turn', () => {
    const undone = follow(step('a'), step('b'), step('c', 'undo', 'b'))
    expect(stampsOf(undone.undo)).toEqual(['a'])
    expect(stampsOf(undone.redo)).toEqual(['c'])
    const redone = followStep(undone, step('d', 'redo', 'c'))
    expect(stampsOf(redone.undo)).toEqual(['a', 'd'])
    expect(redone.redo).toEqual([])
  })

  it('leave nothing to bring back after new work', () => {
    expect(follow(step('a'), step('b', 'undo', 'a'), step('c')).redo).toEqual([])
  })

  it('hold nothing that came about unasked, and such changes do not end what can be brought back', () => {
    const stacks = follow(
      step('a'),
      step('b', 'undo', 'a'),
      step('c', 'publish-key'),
      step('d', 'find-passages-again'),
    )
    expect(stacks.undo).toEqual([])
    expect(stampsOf(stacks.redo)).toEqual(['b'])
  })

  it('let go of what was passed over because nothing was left of it', () => {
    const stacks = follow(step('a'), step('b'), step('c', 'undo', 'a'))
    expect(stacks.undo).toEqual([])
    expect(stampsOf(stacks.redo)).toEqual(['c'])
    const again = follow(
      step('a'),
      step('b'),
      step('c', 'undo', 'b'),
      step('d', 'undo', 'a'),
      step('e', 'redo', 'c'),
    )
    expect(stampsOf(again.undo)).toEqual(['e'])
    expect(again.redo).toEqual([])
  })
})
