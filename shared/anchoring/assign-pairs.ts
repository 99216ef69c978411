/** A pair that could be made, and how much speaks for it. */
export interface Pairing {
  readonly old: number
  readonly fresh: number
  readonly claim: number
}

/**
 * Makes pairs, each side at most once: first where the next best choice is much worse (Vogel's rule), and none where two
 * old ones have the same claim to a new one.
 */
export function assignPairs<P extends Pairing>(pairings: readonly P[]): P[] {
  let open = pairings
  const chosen: P[] = []
  for (;;) {
    const surest = findSurest(open)
    if (!surest) return chosen
    chosen.push(surest)
    open = open.filter(({ old, fresh }) => old !== surest.old && fresh !== surest.fresh)
  }
}

interface Choice<P> {
  best: P
  /** By how much the best claim surpasses the next. */
  lead: number
}

function findSurest<P extends Pairing>(open: readonly P[]): P | undefined {
  const choices = [...choicesBy(open, ({ old }) => old), ...choicesBy(open, ({ fresh }) => fresh)]
  let surest: Choice<P> | undefined
  for (const choice of choices) {
    if (choice.lead > (surest?.lead ?? 0) && !isTied(choice.best, open)) surest = choice
  }
  return surest?.best
}

/** Whether another old one has as much to say for the same new one. */
const isTied = <P extends Pairing>(one: P, open: readonly P[]): boolean =>
  open.some((other) => other !== one && other.claim === one.claim && other.fresh === one.fresh)

function choicesBy<P extends Pairing>(open: readonly P[], sideOf: (pairing: P) => number): Choice<P>[] {
  const choices = new Map<number, Choice<P>>()
  for (const pairing of open) {
    const choice = choices.get(sideOf(pairing))
    if (!choice) choices.set(sideOf(pairing), { best: pairing, lead: pairing.claim })
    else if (pairing.claim > choice.best.claim) {
      choice.lead = pairing.claim - choice.best.claim
      choice.best = pairing
    } else choice.lead = Math.min(choice.lead, choice.best.claim - pairing.claim)
  }
  return [...choices.values()]
}
