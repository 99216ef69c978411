import type { Stamp } from '../base/clock'

/** A step of the user's own that can be taken back. */
export interface Step {
  /** Its transaction's stamp, or the group of a merge. */
  readonly stamp: Stamp
  readonly intent: string
  readonly undoes?: Stamp
}

/** Steps that undo would take back and that redo would bring back, the next one last. */
export interface UndoStacks {
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
}

/** Intents of changes that come about by themselves: nobody would look for them when taking back what they did. */
const UNASKED: readonly string[] = ['publish-key', 'find-passages-again']

/** Whether a change comes about by itself. */
export function isUnasked({ intent }: Pick<Step, 'intent'>): boolean {
  return UNASKED.includes(intent)
}

export const NO_STEPS: UndoStacks = { undo: [], redo: [] }

/**
 * The stacks after one more step of the log. An undo is a step that takes back one of `undo`, a redo one that takes
 * back one of `redo`: the last, or one below it when nothing was left to take back of those above. What came about
 * unasked is none; anything else is new work, after which there is nothing to redo.
 */
export function followStep({ undo, redo }: UndoStacks, step: Step): UndoStacks {
  if (isUnasked(step)) return { undo, redo }
  if (step.undoes === undefined) return { undo: [...undo, step], redo: [] }
  const takenBack = placeOf(step.undoes, undo)
  if (takenBack >= 0) return { undo: undo.slice(0, takenBack), redo: [...redo, step] }
  const broughtBack = placeOf(step.undoes, redo)
  if (broughtBack >= 0) return { undo: [...undo, step], redo: redo.slice(0, broughtBack) }
  return { undo, redo }
}

/** Where a step is in a stack; it is looked for from the end, where it mostly is. */
function placeOf(stamp: Stamp, steps: readonly Step[]): number {
  return steps.findLastIndex((step) => step.stamp === stamp)
}
