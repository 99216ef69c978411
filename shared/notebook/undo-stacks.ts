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

export const NO_STEPS: UndoStacks = { undo: [], redo: [] }

/**
 * The stacks after one more step of the log. An undo is a step that takes back the last one of `undo`; a redo
 * takes back the last one of `redo`; what came about unasked is none; anything else is new work, after which there is nothing to redo.
 */
export function followStep({ undo, redo }: UndoStacks, step: Step): UndoStacks {
  if (UNASKED.includes(step.intent)) return { undo, redo }
  if (step.undoes === undefined) return { undo: [...undo, step], redo: [] }
  if (undo.at(-1)?.stamp === step.undoes) return { undo: undo.slice(0, -1), redo: [...redo, step] }
  if (redo.at(-1)?.stamp === step.undoes) return { undo: [...undo, step], redo: redo.slice(0, -1) }
  return { undo, redo }
}
